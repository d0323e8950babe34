package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.processor.check.Code;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DiagnosticsTest {

  static List<InvalidSource> invalidSources() {
    return Stream.of(
            InvalidMethods.ALL,
            InvalidNames.ALL,
            InvalidAttributes.ALL,
            InvalidPaths.ALL,
            InvalidSharedAnnotations.ALL,
            SensitiveAttributes.ALL,
            InvalidContextParameters.ALL,
            InvalidSpans.ALL,
            InvalidResults.ALL,
            InvalidWorkflows.ALL,
            InvalidAiCalls.ALL,
            ExceededLimits.ALL,
            InvalidSetups.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invalidSources")
  void reportsProblemAtItsPosition(InvalidSource invalid) {
    CompiledSources compiled = invalid.compile();

    assertThat(compiled.errors()).as("errors of javac").allMatch(CompiledSources::isFromProcessor);
    List<? extends Diagnostic<?>> messages =
        compiled.result().diagnostics().stream()
            .filter(CompiledSources::isFromProcessor)
            .filter(message -> message.getKind() != Kind.NOTE || invalid.kind() == Kind.NOTE)
            .filter(message -> invalid.code() == Code.GENERATED || !isSummary(message))
            .toList();
    assertThat(messages.stream().map(DiagnosticsTest::summary))
        .as("messages: %s", messages)
        .containsExactlyInAnyOrderElementsOf(invalid.expectedSummaries());
    assertThat(messages).allMatch(message -> message.getMessage(null).contains(invalid.text()));
    assertThat(compiled.succeeded()).isEqualTo(invalid.kind() != Kind.ERROR);
  }

  @Test
  void everyCodeHasAnInvalidSource() {
    assertThat(invalidSources().stream().map(InvalidSource::code).distinct())
        .containsExactlyInAnyOrder(Code.values());
  }

  @Test
  void codesAreUnique() {
    assertThat(Arrays.stream(Code.values()).map(Code::toString)).doesNotHaveDuplicates();
  }

  /** Returns whether a message is the note at the end of each compilation that writes an aspect. */
  static boolean isSummary(Diagnostic<?> message) {
    return message.getMessage(null).startsWith("[" + Code.GENERATED + "]");
  }

  static String summary(Diagnostic<?> message) {
    String code = message.getMessage(null).replaceFirst("(?s)^\\[(SPL\\d+)].*", "$1");
    return InvalidSource.summary(
        message.getKind(), code, message.getLineNumber(), message.getColumnNumber());
  }
}
