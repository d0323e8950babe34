package io.spanloom.weaver;

/**
 * The stable code of a {@link Problem}. A code never changes its meaning; the wording of its
 * messages may improve.
 */
public interface ProblemCode {

  /**
   * Returns the code.
   *
   * @return the code, such as {@code SPL200}
   */
  String id();
}
