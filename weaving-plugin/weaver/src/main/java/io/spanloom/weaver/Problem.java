package io.spanloom.weaver;

/**
 * A problem with the classes to weave or with the descriptions of their spans.
 *
 * @param code the stable code
 * @param message what is wrong, why, and how to fix it, in one sentence
 */
public record Problem(ProblemCode code, String message) {

  @Override
  public String toString() {
    return "[" + code.id() + "] " + message;
  }
}
