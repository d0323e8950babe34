package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.bedrock.BedrockChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import io.spanloom.AICall;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** LangChain4j's modules for providers, whose numbers of tokens have different meanings. */
final class LangChain4jProvidersTest extends AiClientTestBase {

  /** Traced calls of LangChain4j. */
  record Calls(ChatModel model) {

    @AICall(provider = "anthropic")
    ChatResponse anthropic(ChatRequest request) {
      return model.chat(request);
    }

    @AICall(provider = "anthropic")
    CompletableFuture<ChatResponse> anthropicAsync(ChatRequest request) {
      return CompletableFuture.supplyAsync(() -> model.chat(request));
    }

    @AICall(provider = "gcp.gemini")
    ChatResponse gemini(ChatRequest request) {
      return model.chat(request);
    }

    @AICall(provider = "gcp.gemini")
    CompletableFuture<ChatResponse> geminiAsync(ChatRequest request) {
      return CompletableFuture.supplyAsync(() -> model.chat(request));
    }

    @AICall(provider = "aws.bedrock")
    ChatResponse bedrock(ChatRequest request) {
      return model.chat(request);
    }
  }

  private static final String REQUEST =
      """
      gen_ai.request.max_tokens=100
      gen_ai.request.model=%s
      gen_ai.request.temperature=0.2
      gen_ai.request.top_p=0.5
      """;

  /** Input: 600 tokens at 3, 300 read at 0.3, 100 written at 3.75; output: 200 tokens at 15. */
  private static final String ANTHROPIC =
      """
      chat claude-sonnet-4-5 CLIENT
      ai.cost.estimated_usd=%s
      ai.prompt.history_size=2
      ai.tool.calls_count=1
      ai.usage.total_tokens=1200
      gen_ai.operation.name=chat
      gen_ai.provider.name=anthropic
      %sgen_ai.response.finish_reasons=[tool_calls]
      gen_ai.response.id=msg_1
      gen_ai.response.model=claude-sonnet-4-5-20250929
      gen_ai.usage.cache_creation.input_tokens=100
      gen_ai.usage.cache_read.input_tokens=300
      gen_ai.usage.input_tokens=1000
      gen_ai.usage.output_tokens=200
      """
          .formatted(
              (600 * 3 + 300 * 0.3 + 100 * 3.75 + 200 * 15) / 1_000_000,
              REQUEST.formatted("claude-sonnet-4-5"));

  private Calls anthropicCalls() {
    server.reply(AiReplies.anthropicMessage("claude-sonnet-4-5-20250929", MARK));
    return new Calls(AnthropicChatModel.builder().baseUrl(server.url()).apiKey("key").build());
  }

  @Test
  void tracesAnthropic() {
    anthropicCalls().anthropic(LangChain4jTest.request("claude-sonnet-4-5"));
    assertThat(span()).isEqualTo(ANTHROPIC);
  }

  @Test
  void tracesAnthropicAsynchronously() {
    assertThat(
            spanOf(anthropicCalls().anthropicAsync(LangChain4jTest.request("claude-sonnet-4-5"))))
        .isEqualTo(ANTHROPIC);
  }

  /**
   * Input: 500 tokens at 1.25, 400 cached at 0.125; output: 200 tokens at 10. LangChain4j drops the
   * 100 tokens of tool results.
   */
  private static final String GEMINI =
      """
      chat gemini-2.5-pro CLIENT
      ai.cost.estimated_usd=%s
      ai.prompt.history_size=2
      ai.tool.calls_count=1
      ai.usage.total_tokens=1100
      gen_ai.operation.name=chat
      gen_ai.provider.name=gcp.gemini
      %sgen_ai.response.finish_reasons=[tool_calls]
      gen_ai.response.id=gemini-1
      gen_ai.response.model=gemini-2.5-pro
      gen_ai.usage.cache_read.input_tokens=400
      gen_ai.usage.input_tokens=900
      gen_ai.usage.output_tokens=200
      gen_ai.usage.reasoning.output_tokens=50
      """
          .formatted(
              (500 * 1.25 + 400 * 0.125 + 200 * 10) / 1_000_000,
              REQUEST.formatted("gemini-2.5-pro"));

  private Calls geminiCalls() {
    server.reply(AiReplies.geminiContent("gemini-2.5-pro", MARK));
    return new Calls(GoogleAiGeminiChatModel.builder().baseUrl(server.url()).apiKey("key").build());
  }

  @Test
  void tracesGemini() {
    geminiCalls().gemini(LangChain4jTest.request("gemini-2.5-pro"));
    assertThat(span()).isEqualTo(GEMINI);
  }

  @Test
  void tracesGeminiAsynchronously() {
    assertThat(spanOf(geminiCalls().geminiAsync(LangChain4jTest.request("gemini-2.5-pro"))))
        .isEqualTo(GEMINI);
  }

  /** Input: 600 tokens at 1, 300 read at 0.1, 100 written at 1.25; output: 200 tokens at 5. */
  private static final String BEDROCK =
      ANTHROPIC
          .replaceAll("cost.*", "cost.estimated_usd=" + (600 + 30 + 125 + 1000) / 1_000_000.0)
          .replace("=anthropic", "=aws.bedrock")
          .replace("chat claude-sonnet-4-5", "chat " + BedrockTest.MODEL)
          .replace("=claude-sonnet-4-5\n", "=" + BedrockTest.MODEL + "\n")
          .replace("gen_ai.response.id=msg_1\n", "")
          .replace("=claude-sonnet-4-5-20250929", "=" + BedrockTest.MODEL);

  @Test
  void tracesBedrock() {
    server.reply(AiReplies.bedrockConverse(MARK));
    new Calls(
            BedrockChatModel.builder()
                .client(BedrockTest.client(server))
                .modelId(BedrockTest.MODEL)
                .build())
        .bedrock(LangChain4jTest.request(BedrockTest.MODEL));
    assertThat(span().replaceAll("gen_ai.response.id=.*\n", "")).isEqualTo(BEDROCK);
  }
}
