package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notes about libraries that trace the calls of AI clients, too. */
final class ClientTracingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.anthropic.models.messages.Message"
            + " | com.anthropic.core.opentelemetry.OpenTelemetryOptions"
            + " | anthropic-java | call openTelemetry(false) on its builder.",
        "com.openai.models.chat.completions.ChatCompletion"
            + " | io.opentelemetry.instrumentation.openai.v1_1.OpenAITelemetry"
            + " | OpenTelemetry's instrumentation of openai-java"
            + " | do not wrap the client with OpenAITelemetry.",
        "org.springframework.ai.chat.model.ChatResponse"
            + " | io.micrometer.tracing.otel.bridge.OtelTracer | Spring AI"
            + " | set management.observations.enable.gen_ai.client.operation=false.",
      })
  void notesLibraryOnClassPath(String response, String marker, String library, String remedy) {
    String calls =
        """
        package shop;
        import io.spanloom.AICall;
        import java.util.concurrent.CompletionStage;
        class Orders {
          @AICall(provider = "x") %1$s a() { return null; }
          @AICall(provider = "x") CompletionStage<%1$s> b() { return null; }
          @AICall(provider = "x", operation = AICall.Operation.EXECUTE_TOOL) %1$s tool() { return null; }
          @AICall(provider = "x") String c() { return ""; }
        }
        """
            .formatted(response);
    assertThat(notes(calls, emptyClass(response))).isEmpty();
    assertThat(notes(calls, emptyClass(response), emptyClass(marker)))
        .containsExactly(
            "5:3 [SPL036] Each call of 'a()' may have two spans, because %s traces the client's calls, too. To have one span, %s"
                .formatted(library, remedy),
            "6:3 [SPL036] Each call of 'b()' may have two spans, because %s traces the client's calls, too. To have one span, %s"
                .formatted(library, remedy));
  }

  private static String emptyClass(String name) {
    int dot = name.lastIndexOf('.');
    return "package %s;\npublic class %s {}"
        .formatted(name.substring(0, dot), name.substring(dot + 1));
  }

  private static List<String> notes(String calls, String... others) {
    String[] sources =
        Stream.concat(Stream.of(calls), Arrays.stream(others)).toArray(String[]::new);
    return CompiledSources.of(sources).result().diagnostics().stream()
        .filter(note -> note.getKind() == Diagnostic.Kind.NOTE)
        .filter(note -> note.getMessage(null).contains("[SPL036]"))
        .map(
            note ->
                note.getLineNumber() + ":" + note.getColumnNumber() + " " + note.getMessage(null))
        .toList();
  }
}
