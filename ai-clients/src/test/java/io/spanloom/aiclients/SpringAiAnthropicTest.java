package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClientAsync;
import io.spanloom.AICall;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.anthropic.AnthropicChatOptions;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/** Spring AI with a provider that reports cached tokens separately. */
final class SpringAiAnthropicTest extends AiClientTestBase {

  /** Traced calls of Spring AI. */
  record Calls(ChatModel model) {

    @AICall(provider = "anthropic")
    ChatResponse chat(Prompt prompt) {
      return model.call(prompt);
    }

    @AICall(provider = "anthropic")
    CompletableFuture<ChatResponse> chatAsync(Prompt prompt) {
      return CompletableFuture.supplyAsync(() -> model.call(prompt));
    }
  }

  /** Input: 600 tokens at 3, 300 read at 0.3, 100 written at 3.75; output: 200 tokens at 15. */
  private static final String CHAT =
      """
      chat claude-sonnet-4-5 CLIENT
      ai.cost.estimated_usd=%s
      ai.prompt.history_size=2
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

  private final AnthropicChatOptions options =
      AnthropicChatOptions.builder().model("claude-sonnet-4-5").maxTokens(100).build();
  private final AnthropicClient client =
      AnthropicOkHttpClient.builder().baseUrl(server.url()).apiKey("key").build();
  private final Calls calls =
      new Calls(
          AnthropicChatModel.builder()
              .anthropicClient(client)
              .anthropicClientAsync(
                  AnthropicOkHttpClientAsync.builder().baseUrl(server.url()).apiKey("key").build())
              .options(options)
              .build());

  private Prompt prompt() {
    server.reply(AiReplies.anthropicMessage("claude-sonnet-4-5-20250929", MARK));
    return new Prompt(List.of(new SystemMessage(MARK), new UserMessage(MARK)), options);
  }

  @Test
  void addsCachedTokensToInput() {
    calls.chat(prompt());
    assertThat(span()).isEqualTo(CHAT);
  }

  @Test
  void addsCachedTokensToInputOfAsynchronousCall() {
    assertThat(spanOf(calls.chatAsync(prompt()))).isEqualTo(CHAT);
  }
}
