package io.spanloom.weaver;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a class folder cannot be woven. */
public final class WeaveException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /**
   * Creates an exception for several problems.
   *
   * @param problems the problems, in a stable order; at least one
   */
  public WeaveException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * Creates an exception for one problem.
   *
   * @param problem the problem
   */
  public WeaveException(Problem problem) {
    this(List.of(problem));
  }

  /**
   * Creates an exception for a problem that belongs to no single class.
   *
   * @param code the problem's code
   * @param message what is wrong, why, and how to fix it
   */
  public WeaveException(WeaverCode code, String message) {
    this(new Problem(code, message));
  }

  /**
   * Creates an exception for one problem with a cause.
   *
   * @param code the problem's code
   * @param message what is wrong, why, and how to fix it
   * @param cause the cause
   */
  public WeaveException(WeaverCode code, String message, Throwable cause) {
    this(code, message);
    initCause(cause);
  }

  /**
   * Returns the problems.
   *
   * @return at least one problem, in a stable order
   */
  public List<Problem> problems() {
    return problems;
  }
}
