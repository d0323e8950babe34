package io.spanloom.manifest;

import io.spanloom.weaver.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Says that there is no manifest, or no comparison, and why. */
public final class ManifestException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  ManifestException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  ManifestException(Problem.Code code, String text) {
    this(List.of(new Problem(code, text)));
  }

  /**
   * Returns what is wrong.
   *
   * @return the problems in a stable order, at least one
   */
  public List<Problem> problems() {
    return problems;
  }
}
