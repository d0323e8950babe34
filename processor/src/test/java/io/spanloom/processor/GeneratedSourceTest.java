package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.spanloom.support.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares generated sources with committed files, character by character. */
final class GeneratedSourceTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path INPUT = GOLDEN.resolve("input");
  private static final Path EXPECTED = GOLDEN.resolve("expected");
  private static final String NOT_FOR_JAVA_8 = "// needs Java 17";

  static List<String> inputs() throws IOException {
    try (Stream<Path> files = Files.walk(INPUT)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> INPUT.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  static List<String> inputsForJava8() throws IOException {
    List<String> result = new ArrayList<>(inputs());
    for (String input : inputs()) {
      if (Files.readString(INPUT.resolve(input)).startsWith(NOT_FOR_JAVA_8)) {
        result.remove(input);
      }
    }
    return result;
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void generatesCommittedSource(String input) throws IOException {
    CompiledSources compiled = compile(input, "--release", "17");

    assertThat(compiled.errors()).isEmpty();
    SortedMap<String, String> generated = new TreeMap<>();
    compiled
        .generated()
        .forEach(
            (name, text) -> generated.put(name, text.replace(ProjectVersion.VALUE, "(version)")));
    if (Boolean.getBoolean(GoldenFile.WRITE)) {
      for (Path outdated : expected(input)) {
        Files.delete(outdated);
      }
    }
    assertThat(generated).isNotEmpty();
    generated.forEach((name, text) -> new GoldenFile(EXPECTED.resolve(name)).assertContent(text));
    assertThat(expected(input)).hasSameSizeAs(generated.keySet());
  }

  @ParameterizedTest
  @MethodSource("inputs")
  @Tag("slow")
  void generatesSourceWithoutJavacWarnings(String input) throws IOException {
    CompiledSources compiled =
        compile(input, "--release", "17", "-Xlint:all,-processing", "-Werror");

    assertThat(compiled.result().diagnostics()).allMatch(CompiledSources::isFromProcessor);
    assertThat(compiled.errors()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("inputsForJava8")
  @Tag("slow")
  void generatesSourceWithoutJavacWarningsForJava8(String input) throws IOException {
    // Newer compilers always warn that Java 8 is obsolete (-Xlint:options).
    CompiledSources compiled =
        compile(input, "--release", "8", "-Xlint:all,-processing,-options", "-Werror");

    assertThat(compiled.result().diagnostics()).allMatch(CompiledSources::isFromProcessor);
    assertThat(compiled.errors()).isEmpty();
  }

  private static CompiledSources compile(String input, String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.add(CompiledSources.WITHOUT_WEAVING);
    Compiler javac = CompiledSources.javac(new SpansProcessor()).withOptions(all);
    return new CompiledSources(
        javac.compile(JavaFileObjects.forResource(INPUT.resolve(input).toUri().toURL())));
  }

  /** Returns the committed files for an input: one for each of its classes. */
  private static List<Path> expected(String input) throws IOException {
    Path folder = EXPECTED.resolve(input).getParent();
    String name = Path.of(input).getFileName().toString().replace(".java", "");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(
              file ->
                  file.getFileName().toString().matches(name + "(\\$.*)?_(Spans|Context)\\.java"))
          .toList();
    }
  }
}
