package io.spanloom.manifest;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.ProblemCode;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a manifest cannot be read, written or compared. */
public final class ManifestException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  ManifestException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  ManifestException(ProblemCode code, String message) {
    this(List.of(new Problem(code, message)));
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
