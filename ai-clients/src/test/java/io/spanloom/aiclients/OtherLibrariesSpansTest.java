package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.AICall;
import io.spanloom.support.LogCapture;
import io.spanloom.testing.RecordedSpans;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The spans of clients and frameworks, as spanloom-telemetry exports them. */
@Tag("slow")
@ResourceLock(RecordedSpans.LOCK)
final class OtherLibrariesSpansTest {

  private final FakeAiServer server = FakeAiServer.start();
  private final TelemetrySdk sdk = new TelemetrySdk();

  @AfterEach
  void close() {
    sdk.close();
    server.close();
  }

  /** Returns each span as its scope, name, kind and token attributes. */
  private List<String> spans() {
    return sdk.spans().stream()
        .map(
            span ->
                span.getInstrumentationScopeInfo().getName()
                    + ": "
                    + span.getName()
                    + " "
                    + span.getKind()
                    + tokens(span))
        .toList();
  }

  private static String tokens(SpanData span) {
    TreeMap<String, Object> tokens = new TreeMap<>();
    span.getAttributes().forEach((key, value) -> tokens.put(key.getKey(), value));
    return tokens.entrySet().stream()
        .filter(
            entry -> entry.getKey().matches("gen_ai\\.usage\\.(input|prompt|output|completion).*"))
        .map(entry -> " " + entry.getKey().replace("gen_ai.usage.", "") + "=" + entry.getValue())
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ANTHROPIC | com.anthropic.sdk.java: anthropic.messages.create CLIENT",
        "OPENAI | io.opentelemetry.openai-java-1.1: chat gpt-4o INTERNAL",
        "SPRING_AI | org.springframework.boot: chat gpt-4o INTERNAL",
        "QUARKUS | io.quarkus.opentelemetry: completion gpt-4o INTERNAL"
      })
  void countsTokensOnce(TracedClients client, String inner) {
    client.call(sdk.openTelemetry(), server, true);

    List<SpanData> spans = sdk.spans();
    assertThat(spans()).hasSizeGreaterThanOrEqualTo(2).element(1).isEqualTo(inner);
    assertThat(spans().get(0))
        .matches("io.spanloom: chat .* CLIENT input_tokens=1000 output_tokens=200");
    assertThat(spans.get(1).getParentSpanId()).isEqualTo(spans.get(0).getSpanId());
    assertThat(spans.get(1).getAttributes().toString())
        .contains("gen_ai.request.model")
        .doesNotContain("gen_ai.usage", "spanloom");
    assertThat(spans.toString()).doesNotContain(AiClientTestBase.MARK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ANTHROPIC | com.anthropic.sdk.java: anthropic.messages.create CLIENT"
            + " input_tokens=1000 output_tokens=200",
        "OPENAI | io.opentelemetry.openai-java-1.1: chat gpt-4o INTERNAL"
            + " input_tokens=1000 output_tokens=200",
        "SPRING_AI | org.springframework.boot: chat gpt-4o INTERNAL"
            + " input_tokens=1000 output_tokens=200",
        "QUARKUS | io.quarkus.opentelemetry: completion gpt-4o INTERNAL"
            + " completion_tokens=200 prompt_tokens=1000"
      })
  void keepsTokensOutsideAiCall(TracedClients client, String only) {
    client.call(sdk.openTelemetry(), server, false);
    assertThat(spans()).element(0).isEqualTo(only);
    assertThat(sdk.spans().toString()).doesNotContain(AiClientTestBase.MARK);
  }

  /** Traced calls whose responses Spanloom does not read, or that read a stream themselves. */
  record Calls(AnthropicClient client) {

    @SuppressWarnings("SPL012")
    @AICall
    String id(MessageCreateParams params) {
      return client.messages().create(params).id();
    }

    @SuppressWarnings("SPL012")
    @AICall
    long events(MessageCreateParams params) {
      try (StreamResponse<RawMessageStreamEvent> events =
          client.messages().createStreaming(params)) {
        return events.stream().count();
      }
    }

    @AICall
    Message message(MessageCreateParams params) {
      return client.messages().create(params);
    }
  }

  private Calls calls(boolean clientTraces) {
    return new Calls(
        AnthropicOkHttpClient.builder()
            .baseUrl(server.url())
            .apiKey("key")
            .maxRetries(0)
            .openTelemetry(clientTraces)
            .build());
  }

  private static MessageCreateParams params() {
    return MessageCreateParams.builder()
        .model("claude-sonnet-4-5")
        .maxTokens(100)
        .addUserMessage(AiClientTestBase.MARK)
        .build();
  }

  @Test
  void keepsTokensIfAiCallHasNone() {
    server.reply(AiReplies.anthropicMessage("claude-sonnet-4-5-20250929", AiClientTestBase.MARK));
    calls(true).id(params());
    assertThat(spans())
        .containsExactly(
            "io.spanloom: chat claude-sonnet-4-5 CLIENT",
            "com.anthropic.sdk.java: anthropic.messages.create CLIENT input_tokens=1000"
                + " output_tokens=200");
  }

  @Test
  void clientHasOptionThatLeavesOneSpan() {
    server.reply(AiReplies.anthropicMessage("claude-sonnet-4-5-20250929", AiClientTestBase.MARK));
    calls(false).message(params());
    assertThat(spans())
        .containsExactly(
            "io.spanloom: chat claude-sonnet-4-5 CLIENT input_tokens=1000 output_tokens=200");
  }

  @Test
  void exportsNoContentOfErrorWithinStream() {
    server.stream(
        List.of(
            "event: error\ndata: {\"type\": \"error\", \"error\":"
                + " {\"type\": \"overloaded_error\", \"message\": \"%s\"}}"
                    .formatted(AiClientTestBase.MARK)));
    failsWithoutExportedContent(() -> calls(true).events(params()));
  }

  @Test
  void exportsNoContentOfRefusedCall() {
    server.reply(
        400,
        "{\"type\": \"error\", \"error\": {\"type\": \"invalid_request_error\","
            + " \"message\": \"%s\"}}".formatted(AiClientTestBase.MARK));
    failsWithoutExportedContent(() -> calls(true).message(params()));
  }

  private void failsWithoutExportedContent(Runnable call) {
    try (LogCapture log = LogCapture.of("")) {
      assertThatThrownBy(call::run)
          .isInstanceOf(AnthropicException.class)
          .hasMessageContaining(AiClientTestBase.MARK);
      assertThat(sdk.spans()).hasSize(2);
      for (SpanData span : sdk.spans()) {
        assertThat(span.getStatus().getStatusCode().name()).isEqualTo("ERROR");
        assertThat(span.toString() + span.getEvents() + span.getStatus())
            .doesNotContain(AiClientTestBase.MARK);
      }
      assertThat(log.lines().toString()).doesNotContain(AiClientTestBase.MARK);
    }
  }
}
