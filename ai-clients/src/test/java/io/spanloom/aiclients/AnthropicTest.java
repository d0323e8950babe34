package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.StructuredMessage;
import com.anthropic.models.messages.StructuredMessageCreateParams;
import io.spanloom.AICall;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class AnthropicTest extends AiClientTestBase {

  /** A type of structured output. */
  static final class Answer {
    public String text = "";
  }

  /** Traced calls of Anthropic's client. */
  record Calls(AnthropicClient client) {

    @AICall
    Message message(MessageCreateParams params) {
      return client.messages().create(params);
    }

    @AICall
    CompletableFuture<Message> messageAsync(MessageCreateParams params) {
      return client.async().messages().create(params);
    }

    @AICall
    <T> StructuredMessage<T> structured(StructuredMessageCreateParams<T> params) {
      return client.messages().create(params);
    }

    @AICall
    <T> CompletableFuture<StructuredMessage<T>> structuredAsync(
        StructuredMessageCreateParams<T> params) {
      return client.async().messages().create(params);
    }
  }

  /** Input: 600 tokens at 3, 300 read at 0.3, 100 written at 3.75; output: 200 tokens at 15. */
  static final String MESSAGE =
      """
      chat claude-sonnet-4-5 CLIENT
      ai.cost.estimated_usd=%s
      ai.prompt.history_size=1
      ai.tool.calls_count=1
      ai.usage.total_tokens=1200
      gen_ai.operation.name=chat
      gen_ai.provider.name=anthropic
      gen_ai.request.max_tokens=100
      gen_ai.request.model=claude-sonnet-4-5
      gen_ai.response.finish_reasons=[tool_use]
      gen_ai.response.id=msg_1
      gen_ai.response.model=claude-sonnet-4-5-20250929
      gen_ai.usage.cache_creation.input_tokens=100
      gen_ai.usage.cache_read.input_tokens=300
      gen_ai.usage.input_tokens=1000
      gen_ai.usage.output_tokens=200
      """
          .formatted((600 * 3 + 300 * 0.3 + 100 * 3.75 + 200 * 15) / 1_000_000);

  private final Calls calls =
      new Calls(AnthropicOkHttpClient.builder().baseUrl(server.url()).apiKey("key").build());

  static MessageCreateParams.Builder params() {
    return MessageCreateParams.builder()
        .model("claude-sonnet-4-5")
        .maxTokens(100)
        .system(MARK)
        .addUserMessage(MARK);
  }

  @Test
  void tracesMessage() {
    server.reply(AiReplies.anthropicMessage("claude-sonnet-4-5-20250929", MARK));
    assertThat(calls.message(params().build()).id()).isEqualTo("msg_1");
    assertThat(span()).isEqualTo(MESSAGE);
  }

  @Test
  void tracesAsynchronousMessage() {
    server.reply(AiReplies.anthropicMessage("claude-sonnet-4-5-20250929", MARK));
    assertThat(spanOf(calls.messageAsync(params().build()))).isEqualTo(MESSAGE);
  }

  @Test
  void tracesStructuredMessage() {
    server.reply(AiReplies.anthropicMessage("claude-sonnet-4-5-20250929", MARK));
    calls.structured(params().outputConfig(Answer.class).build());
    assertThat(span()).isEqualTo(MESSAGE);
  }

  @Test
  void tracesAsynchronousStructuredMessage() {
    server.reply(AiReplies.anthropicMessage("claude-sonnet-4-5-20250929", MARK));
    assertThat(spanOf(calls.structuredAsync(params().outputConfig(Answer.class).build())))
        .isEqualTo(MESSAGE);
  }
}
