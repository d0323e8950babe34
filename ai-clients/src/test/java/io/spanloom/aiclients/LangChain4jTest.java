package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import io.spanloom.AICall;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class LangChain4jTest extends AiClientTestBase {

  /** A service that LangChain4j implements. */
  interface Assistant {
    Result<String> answer(String question);
  }

  /** Traced calls of LangChain4j. */
  record Calls(ChatModel model) {

    @AICall(provider = "openai")
    ChatResponse openAi(ChatRequest request) {
      return model.chat(request);
    }

    @AICall(provider = "openai")
    CompletableFuture<ChatResponse> openAiAsync(ChatRequest request) {
      return CompletableFuture.supplyAsync(() -> model.chat(request));
    }

    @AICall(provider = "anthropic")
    ChatResponse anthropic(ChatRequest request) {
      return model.chat(request);
    }

    @AICall(provider = "gcp.gemini")
    ChatResponse gemini(ChatRequest request) {
      return model.chat(request);
    }

    @AICall(provider = "openai", model = "gpt-4o")
    Result<String> service(String question) {
      return AiServices.create(Assistant.class, model).answer(question);
    }

    @AICall(provider = "openai", model = "gpt-4o")
    CompletableFuture<Result<String>> serviceAsync(String question) {
      return CompletableFuture.supplyAsync(
          () -> service(AiServices.create(Assistant.class, model)));
    }

    private static Result<String> service(Assistant assistant) {
      return assistant.answer(MARK);
    }

    @AICall(provider = "openai", model = "gpt-4o")
    CompletableFuture<AiMessage> messageAsync(ChatRequest request) {
      return CompletableFuture.supplyAsync(() -> model.chat(request).aiMessage());
    }

    @AICall(provider = "openai", model = "gpt-4o")
    AiMessage message(ChatRequest request) {
      return model.chat(request).aiMessage();
    }
  }

  static final String OPENAI =
      """
      chat gpt-4o CLIENT
      ai.cost.estimated_usd=%s
      ai.prompt.history_size=2
      ai.tool.calls_count=1
      ai.usage.total_tokens=1200
      gen_ai.operation.name=chat
      gen_ai.provider.name=openai
      gen_ai.request.max_tokens=100
      gen_ai.request.model=gpt-4o
      gen_ai.request.temperature=0.2
      gen_ai.request.top_p=0.5
      gen_ai.response.finish_reasons=[tool_calls]
      gen_ai.response.id=chatcmpl-1
      gen_ai.response.model=gpt-4o-2024-08-06
      gen_ai.usage.cache_read.input_tokens=400
      gen_ai.usage.input_tokens=1000
      gen_ai.usage.output_tokens=200
      gen_ai.usage.reasoning.output_tokens=50
      """
          .formatted((600 * 2.5 + 400 * 1.25 + 200 * 10) / 1_000_000);

  static ChatRequest request(String model) {
    return ChatRequest.builder()
        .messages(SystemMessage.from(MARK), UserMessage.from(MARK))
        .modelName(model)
        .temperature(0.2)
        .topP(0.5)
        .maxOutputTokens(100)
        .build();
  }

  private Calls openAi() {
    return new Calls(OpenAiChatModel.builder().baseUrl(server.url()).apiKey("key").build());
  }

  @Test
  void tracesChatWithOpenAi() {
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK));
    openAi().openAi(request("gpt-4o"));
    assertThat(span()).isEqualTo(OPENAI);
  }

  @Test
  void tracesAsynchronousChatWithOpenAi() {
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK));
    assertThat(spanOf(openAi().openAiAsync(request("gpt-4o")))).isEqualTo(OPENAI);
  }

  @Test
  void addsCachedTokensOfAnthropicToInput() {
    server.reply(AiReplies.anthropicMessage("claude-sonnet-4-5-20250929", MARK));
    new Calls(AnthropicChatModel.builder().baseUrl(server.url()).apiKey("key").build())
        .anthropic(request("claude-sonnet-4-5"));
    assertThat(span())
        .contains(
            "ai.cost.estimated_usd=" + (600 * 3 + 300 * 0.3 + 100 * 3.75 + 200 * 15) / 1_000_000,
            "gen_ai.usage.cache_creation.input_tokens=100\n",
            "gen_ai.usage.cache_read.input_tokens=300\n",
            "gen_ai.usage.input_tokens=1000\n",
            "gen_ai.usage.output_tokens=200\n",
            "ai.usage.total_tokens=1200\n");
  }

  @Test
  void addsReasoningTokensOfGeminiToOutput() {
    server.reply(AiReplies.geminiContent("gemini-2.5-pro", MARK));
    new Calls(GoogleAiGeminiChatModel.builder().baseUrl(server.url()).apiKey("key").build())
        .gemini(request("gemini-2.5-pro"));
    assertThat(span())
        .contains(
            "gen_ai.usage.cache_read.input_tokens=400\n",
            "gen_ai.usage.input_tokens=900\n",
            "gen_ai.usage.output_tokens=200\n",
            "gen_ai.usage.reasoning.output_tokens=50\n");
  }

  private static final String SERVICE =
      OPENAI
          .replace("ai.prompt.history_size=2\n", "")
          .replace("ai.tool.calls_count=1\n", "")
          .replace("gen_ai.request.max_tokens=100\n", "")
          .replace("gen_ai.request.temperature=0.2\n", "")
          .replace("gen_ai.request.top_p=0.5\n", "")
          .replace("[tool_calls]", "[stop]");

  private void replyWithoutToolCall() {
    server.reply(AiReplies.openAiChatWithoutTools("gpt-4o-2024-08-06", MARK));
  }

  @Test
  void tracesResultOfService() {
    replyWithoutToolCall();
    openAi().service(MARK);
    assertThat(span()).isEqualTo(SERVICE);
  }

  @Test
  void tracesAsynchronousResultOfService() {
    replyWithoutToolCall();
    assertThat(spanOf(openAi().serviceAsync(MARK))).isEqualTo(SERVICE);
  }

  @Test
  void countsToolCallsOfMessage() {
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK));
    openAi().message(request("gpt-4o"));
    assertThat(span()).isEqualTo(MESSAGE);
  }

  @Test
  void countsToolCallsOfAsynchronousMessage() {
    server.reply(AiReplies.openAiChat("gpt-4o-2024-08-06", MARK));
    assertThat(spanOf(openAi().messageAsync(request("gpt-4o")))).isEqualTo(MESSAGE);
  }

  private static final String MESSAGE =
      """
      chat gpt-4o CLIENT
      ai.prompt.history_size=2
      ai.tool.calls_count=1
      gen_ai.operation.name=chat
      gen_ai.provider.name=openai
      gen_ai.request.max_tokens=100
      gen_ai.request.model=gpt-4o
      gen_ai.request.temperature=0.2
      gen_ai.request.top_p=0.5
      """;
}
