package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Weaves a folder that cannot be woven and returns the problems. Checks that the folder is
 * unchanged, that each problem is a plain sentence and that nothing is printed.
 */
final class FailedWeaving {

  private FailedWeaving() {}

  /** Returns the only problem of a program. */
  static Problem of(Program program) throws Throwable {
    return of(program.classes(), Program.classPath());
  }

  /** Returns the only problem of a folder. */
  static Problem of(Path classes, List<Path> classPath) throws Throwable {
    List<Problem> problems = allOf(classes, classPath);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  static List<Problem> allOf(Path classes, List<Path> classPath) throws Throwable {
    FolderState before = Files.exists(classes) ? FolderState.of(classes) : null;
    List<Problem> problems = new ArrayList<>();
    String printed =
        PrintedOutput.during(
            () ->
                problems.addAll(
                    catchThrowableOfType(
                            WeaveException.class, () -> Weaver.weave(classes, classPath))
                        .problems()));

    assertThat(printed).isEmpty();
    assertThat(Files.exists(classes) ? FolderState.of(classes) : null).isEqualTo(before);
    assertThat(problems)
        .extracting(Problem::message)
        .allSatisfy(text -> assertThat(text).endsWith(".").doesNotContain("Exception", "\n", "\t"));
    return problems;
  }
}
