package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import io.spanloom.processor.check.Code;
import io.spanloom.support.JavaSources;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles the examples of the documentation. */
@Tag("slow")
final class DocumentedExamplesTest {

  /** Codes that a source of readable length alone cannot cause, and notes. */
  private static final Set<Code> WITHOUT_EXAMPLE =
      EnumSet.of(
          Code.MISSING_RUNTIME,
          Code.NOT_WRITTEN,
          Code.LEFT_TO_FRAMEWORK,
          Code.ASPECT_TOO_LARGE,
          Code.MISSING_ACCESSOR,
          Code.UNPRICED_MODEL,
          Code.TRACED_TWICE,
          Code.UNOBSERVED_STREAM,
          Code.INVALID_OPTION,
          Code.GENERATED,
          Code.INTERNAL);

  static Stream<DocumentedExample> inputs() {
    return DocumentedExample.all()
        .filter(example -> example.input().isEmpty() && !example.isModule());
  }

  static Stream<DocumentedExample> generated() {
    return DocumentedExample.all().filter(example -> example.input().isPresent());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void exampleCausesTheMessagesInItsComments(DocumentedExample example) {
    assertThat(summaries(compile(example)))
        .as("messages about the block at %s", example)
        .containsExactlyInAnyOrderElementsOf(example.expectedSummaries());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("generated")
  void generatedExampleMatchesTheGeneratedCode(DocumentedExample example) {
    String generated =
        DocumentedExample.normalize(
            String.join("\n", compile(example.input().orElseThrow()).generated().values()));

    assertThat(generated).as("lines of %s", example).containsSubsequence(example.generatedLines());
  }

  @Test
  void everyCodeHasAnExample() {
    String expected =
        DocumentedExample.of("docs/diagnostics.md").stream()
            .flatMap(example -> example.expectedSummaries().stream())
            .collect(Collectors.joining("\n"));

    assertThat(Arrays.stream(Code.values()).filter(code -> !WITHOUT_EXAMPLE.contains(code)))
        .allMatch(code -> expected.contains(code.toString()));
  }

  private static CompiledSources compile(DocumentedExample example) {
    CompiledSources result = null;
    for (String source : example.possibleSources()) {
      CompiledSources next = compile(source);
      if (result == null
          || next.javacErrorPositions().size() < result.javacErrorPositions().size()) {
        result = next;
      }
      if (result.javacErrorPositions().isEmpty()) {
        break;
      }
    }
    return Objects.requireNonNull(result);
  }

  private static CompiledSources compile(String source) {
    return new CompiledSources(
        CompiledSources.javac(new SpansProcessor())
            .compile(JavaSources.file(source), JavaFileObjects.forResource("docs/Shop.java")));
  }

  private static List<String> summaries(CompiledSources compiled) {
    return compiled.result().diagnostics().stream()
        .filter(message -> message.getKind() != Diagnostic.Kind.NOTE)
        .map(DocumentedExamplesTest::summary)
        .toList();
  }

  private static String summary(Diagnostic<? extends JavaFileObject> message) {
    String text = message.getMessage(null);
    return CompiledSources.isFromProcessor(message)
        ? DocumentedExample.summary(message.getLineNumber(), text.substring(1, text.indexOf(']')))
        : "line " + message.getLineNumber() + ": " + text;
  }
}
