package io.spanloom.weaver;

import java.util.List;
import java.util.stream.Collectors;

/** Says that nothing was woven, and why. */
public final class WeaveException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /**
   * Makes an exception.
   *
   * @param problems what is wrong; at least one
   */
  public WeaveException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public WeaveException(Problem.Code code, String text) {
    this(List.of(new Problem(code, text)));
  }

  public WeaveException(Problem.Code code, String text, Throwable cause) {
    this(code, text);
    initCause(cause);
  }

  /**
   * Returns what is wrong.
   *
   * @return the problems in a stable order
   */
  public List<Problem> problems() {
    return problems;
  }
}
