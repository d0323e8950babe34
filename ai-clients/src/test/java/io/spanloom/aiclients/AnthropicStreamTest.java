package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import io.spanloom.AICall;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnthropicStreamTest extends AiClientTestBase {

  private static final String MODEL = "claude-sonnet-4-5-20250929";

  /** Traced streams of Anthropic's client. */
  record Calls(AnthropicClient client) {

    @AICall
    StreamResponse<RawMessageStreamEvent> message(MessageCreateParams params) {
      return client.messages().createStreaming(params);
    }

    @AICall
    AsyncStreamResponse<RawMessageStreamEvent> messageAsync(MessageCreateParams params) {
      return client.async().messages().createStreaming(params);
    }
  }

  private static final String REQUEST =
      """
      gen_ai.operation.name=chat
      gen_ai.provider.name=anthropic
      gen_ai.request.max_tokens=100
      gen_ai.request.model=claude-sonnet-4-5
      gen_ai.request.stream=true
      """;

  /** Input: 600 tokens at 3, 300 read at 0.3, 100 written at 3.75; output: 200 tokens at 15. */
  private static final String MESSAGE =
      """
      chat claude-sonnet-4-5 CLIENT
      ai.cost.estimated_usd=%s
      ai.prompt.history_size=1
      ai.stream.chunks_count=9
      ai.stream.total_ms=*
      ai.tool.calls_count=1
      ai.usage.total_tokens=1200
      %sgen_ai.response.finish_reasons=[tool_use]
      gen_ai.response.id=msg_1
      gen_ai.response.model=claude-sonnet-4-5-20250929
      gen_ai.response.time_to_first_chunk=*
      gen_ai.usage.cache_creation.input_tokens=100
      gen_ai.usage.cache_read.input_tokens=300
      gen_ai.usage.input_tokens=1000
      gen_ai.usage.output_tokens=200
      """
          .formatted((600 * 3 + 300 * 0.3 + 100 * 3.75 + 200 * 15) / 1_000_000, REQUEST);

  private final Calls calls =
      new Calls(
          AnthropicOkHttpClient.builder()
              .baseUrl(server.url())
              .apiKey("key")
              .maxRetries(0)
              .build());

  private static MessageCreateParams params() {
    return MessageCreateParams.builder()
        .model("claude-sonnet-4-5")
        .maxTokens(100)
        .addUserMessage(MARK)
        .build();
  }

  private long read() {
    long chunks = 0;
    try (StreamResponse<RawMessageStreamEvent> response = calls.message(params())) {
      for (RawMessageStreamEvent event : response) {
        chunks += event.toString().isEmpty() ? 0 : 1;
      }
    }
    return chunks;
  }

  @Test
  void tracesMessage() {
    server.stream(AiStreams.anthropicMessage(MODEL, MARK));
    assertThat(read()).isEqualTo(9);
    assertThat(span()).isEqualTo(MESSAGE);
  }

  @Test
  void tracesAsynchronousMessage() {
    server.stream(AiStreams.anthropicMessage(MODEL, MARK));
    AsyncStreamResponse<RawMessageStreamEvent> response = calls.messageAsync(params());
    response.subscribe(event -> {}).onCompleteFuture().join();
    assertThat(span()).isEqualTo(MESSAGE);
  }

  /** Output: the one token that the first event reports. */
  @Test
  void recordsTokensOfBrokenStream() {
    server.brokenStream(AiStreams.anthropicMessage(MODEL, MARK).subList(0, 3));
    assertThatThrownBy(this::read).isInstanceOf(AnthropicException.class);
    assertThat(span())
        .isEqualTo(
            """
            chat claude-sonnet-4-5 CLIENT
            ai.cost.estimated_usd=%s
            ai.prompt.history_size=1
            ai.stream.chunks_count=3
            ai.stream.total_ms=*
            ai.usage.total_tokens=1001
            error.type=com.anthropic.errors.AnthropicIoException
            %sgen_ai.response.id=msg_1
            gen_ai.response.model=claude-sonnet-4-5-20250929
            gen_ai.response.time_to_first_chunk=*
            gen_ai.usage.cache_creation.input_tokens=100
            gen_ai.usage.cache_read.input_tokens=300
            gen_ai.usage.input_tokens=1000
            gen_ai.usage.output_tokens=1
            """
                .formatted((600 * 3 + 300 * 0.3 + 100 * 3.75 + 1 * 15) / 1_000_000, REQUEST));
  }

  @Test
  void recordsTypeButNoMessageOfErrorEvent() {
    server.stream(
        List.of(
            AiStreams.anthropicMessage(MODEL, MARK).get(0),
            "event: error\ndata: {\"type\": \"error\", \"error\": {\"type\": \"overloaded_error\","
                + " \"message\": \""
                + MARK
                + "\"}}"));
    assertThatThrownBy(this::read).isInstanceOf(AnthropicException.class);
    assertThat(span()).contains("ai.stream.chunks_count=1\n", "error.type=com.anthropic.errors.");
  }

  @Test
  void readsMessageWithoutModel() {
    server.stream(
        AiStreams.anthropicMessage(MODEL, MARK).stream()
            .map(event -> event.replace("\"model\": \"" + MODEL + "\", ", ""))
            .toList());
    assertThat(read()).isEqualTo(9);
    assertThat(span())
        .contains("gen_ai.response.id=msg_1\n", "gen_ai.usage.input_tokens=1000\n")
        .doesNotContain("gen_ai.response.model");
  }
}
