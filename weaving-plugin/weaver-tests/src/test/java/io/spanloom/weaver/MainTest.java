package io.spanloom.weaver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line. */
final class MainTest {

  private static final String CLASS_PATH =
      String.join(File.pathSeparator, Program.classPath().stream().map(Path::toString).toList());

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static Program orders() {
    return Program.compile(
        "package shop;\npublic class Orders { @io.spanloom.Traced void place() {} }\n");
  }

  private int run(String... arguments) {
    return Main.run(
        arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  @Test
  void printsSummary() {
    int status = run("--classes", orders().classes().toString(), "--class-path", CLASS_PATH);

    assertThat(status).isZero();
    assertThat(out.toString(UTF_8))
        .isEqualToIgnoringNewLines(
            "Spanloom: wove 1 method in 1 class; 0 classes already woven.\n");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1 call propagates", "2, 2 calls propagate"})
  void summaryCountsCallsThatPropagateContext(int count, String calls) {
    Program program =
        Program.compile(
            """
            package shop;
            @io.spanloom.PropagateContext
            class Orders { void place(java.util.concurrent.Executor e) { %s } }
            """
                .formatted("e.execute(() -> {}); ".repeat(count)));

    assertThat(run("--classes", program.classes().toString(), "--class-path", CLASS_PATH)).isZero();

    assertThat(out.toString(UTF_8))
        .isEqualToIgnoringNewLines(
            "Spanloom: wove 0 methods in 0 classes; 0 classes already woven; "
                + calls
                + " the context.\n");
  }

  @Test
  void acceptsClassPathInPartsWithEmptyEntries() {
    int status =
        run(
            "--class-path",
            File.pathSeparator + File.pathSeparator,
            "--classes",
            orders().classes().toString(),
            "--class-path",
            "",
            "--class-path",
            CLASS_PATH);

    assertThat(status).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void printsProblemsToStandardError() {
    Program program = orders();
    program.delete("shop.Orders_Spans");
    program.add(
        List.of(),
        false,
        "package shop;\npublic class Carts { @io.spanloom.Traced void fill() {} }\n");

    assertThat(run("--classes", program.classes().toString())).isEqualTo(1);

    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8).lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("[SPL202] "));
  }

  @Test
  void printsWarningsToStandardErrorAndSucceeds() {
    Program dependency =
        Program.compile(
            "package stock;\npublic class Stock { @io.spanloom.Traced void take() {} }\n");

    int status =
        run(
            "--classes",
            orders().classes().toString(),
            "--class-path",
            CLASS_PATH + File.pathSeparator + dependency.classes());

    assertThat(status).isZero();
    assertThat(out.toString(UTF_8)).startsWith("Spanloom: wove 1 ");
    assertThat(err.toString(UTF_8).lines())
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith("[SPL213] "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--classes a --help"})
  void printsHelp(String arguments) {
    assertThat(run(arguments.split(" ", -1))).isZero();

    assertThat(out.toString(UTF_8))
        .startsWith(
            "Usage: java -jar spanloom-weaver-VERSION-all.jar --classes DIR --class-path CP")
        .contains("--classes DIR ", "--class-path CP ", "--help ", "Exit status: ");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                    | --classes is required
          --class-path lib.jar      | --classes is required
          --classes                 | --classes requires a value
          --classes a --class-path  | --class-path requires a value
          --version                 | unknown argument --version
          --classes a --verbose yes | unknown argument --verbose
          a --classes               | unknown argument a
          --classes a --classes b   | --classes given twice
          """)
  void rejectsInvalidArguments(String arguments, String problem) {
    assertThat(run(arguments == null ? new String[0] : arguments.split(" ", -1))).isEqualTo(2);

    assertUsage(problem);
  }

  @Test
  void rejectsEmptyFolderName() {
    assertThat(run("--classes", "", "--class-path", CLASS_PATH)).isEqualTo(2);

    assertUsage("--classes requires a value");
  }

  @Test
  void rejectsInvalidPath() {
    assertThat(run("--classes", "a\0b")).isEqualTo(2);

    assertUsage("--classes has an invalid path: Nul character not allowed");
  }

  private void assertUsage(String problem) {
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8))
        .isEqualToIgnoringNewLines(
            "[SPL214] "
                + problem
                + "; usage: io.spanloom.weaver.Main --classes DIR --class-path CP\n"
                + "Run with --help for details.\n");
  }
}
