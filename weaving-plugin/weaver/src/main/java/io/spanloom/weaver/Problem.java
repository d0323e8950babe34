package io.spanloom.weaver;

import org.jspecify.annotations.Nullable;

/**
 * A problem with the classes to weave or with the descriptions of their spans.
 *
 * @param code the stable code
 * @param message what is wrong, why, and how to fix it, in one sentence
 * @param className the binary name of the class that has the problem, or null if it is not one
 *     class
 * @param method name and descriptor of the method that has the problem, or null if it is not one
 *     method
 * @param call the call that has the problem, or null if it is not one call
 */
public record Problem(
    ProblemCode code,
    String message,
    @Nullable String className,
    @Nullable String method,
    @Nullable CallPosition call) {

  /**
   * Creates a problem of a class or method.
   *
   * @param code the stable code
   * @param message what is wrong, why, and how to fix it, in one sentence
   * @param className the binary name of the class that has the problem, or null
   * @param method name and descriptor of the method that has the problem, or null
   */
  public Problem(
      ProblemCode code, String message, @Nullable String className, @Nullable String method) {
    this(code, message, className, method, null);
  }

  /**
   * Creates a problem that belongs to no single class.
   *
   * @param code the stable code
   * @param message what is wrong, why, and how to fix it, in one sentence
   */
  public Problem(ProblemCode code, String message) {
    this(code, message, null, null, null);
  }

  @Override
  public String toString() {
    return "[" + code.id() + "] " + message;
  }
}
