package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.AICall;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.ResponseEntity;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.converter.ListOutputConverter;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;

final class SpringAiTest extends AiClientTestBase {

  /** Traced calls of Spring AI. */
  record Calls(ChatModel model) {

    @AICall(provider = "openai")
    ChatResponse chat(Prompt prompt) {
      return model.call(prompt);
    }

    @AICall(provider = "openai")
    CompletableFuture<ChatResponse> chatAsync(Prompt prompt) {
      return CompletableFuture.supplyAsync(() -> model.call(prompt));
    }

    @AICall(provider = "openai")
    ChatClientResponse client(Prompt prompt) {
      return ChatClient.create(model).prompt(prompt).call().chatClientResponse();
    }

    @AICall(provider = "openai")
    CompletableFuture<ChatClientResponse> clientAsync(Prompt prompt) {
      return CompletableFuture.supplyAsync(
          () -> ChatClient.create(model).prompt(prompt).call().chatClientResponse());
    }

    @AICall(provider = "openai")
    ChatClientResponse request(ChatClientRequest request) {
      return ChatClient.create(model).prompt(request.prompt()).call().chatClientResponse();
    }

    @AICall(provider = "openai")
    ResponseEntity<ChatResponse, List<String>> entity(Prompt prompt) {
      return ChatClient.create(model)
          .prompt(prompt)
          .call()
          .responseEntity(new ListOutputConverter());
    }

    @AICall(provider = "openai")
    CompletableFuture<ResponseEntity<ChatResponse, List<String>>> entityAsync(Prompt prompt) {
      return CompletableFuture.supplyAsync(
          () ->
              ChatClient.create(model)
                  .prompt(prompt)
                  .call()
                  .responseEntity(new ListOutputConverter()));
    }

    @AICall(provider = "openai", operation = AICall.Operation.EMBEDDINGS)
    static EmbeddingResponse embed(EmbeddingModel model, EmbeddingRequest request) {
      return model.call(request);
    }

    @AICall(provider = "openai", operation = AICall.Operation.EMBEDDINGS)
    static CompletableFuture<EmbeddingResponse> embedAsync(
        EmbeddingModel model, EmbeddingRequest request) {
      return CompletableFuture.supplyAsync(() -> model.call(request));
    }
  }

  static final String CHAT =
      """
      chat gpt-4o CLIENT
      ai.cost.estimated_usd=%s
      ai.prompt.history_size=2
      ai.usage.total_tokens=1200
      gen_ai.operation.name=chat
      gen_ai.provider.name=openai
      gen_ai.request.max_tokens=100
      gen_ai.request.model=gpt-4o
      gen_ai.request.temperature=0.2
      gen_ai.request.top_p=0.5
      gen_ai.response.finish_reasons=[stop]
      gen_ai.response.id=chatcmpl-1
      gen_ai.response.model=gpt-4o-2024-08-06
      gen_ai.usage.cache_read.input_tokens=400
      gen_ai.usage.input_tokens=1000
      gen_ai.usage.output_tokens=200
      """
          .formatted((600 * 2.5 + 400 * 1.25 + 200 * 10) / 1_000_000);

  static OpenAiChatOptions options(FakeAiServer server) {
    return OpenAiChatOptions.builder()
        .baseUrl(server.url())
        .apiKey("key")
        .model("gpt-4o")
        .temperature(0.2)
        .topP(0.5)
        .maxTokens(100)
        .build();
  }

  static ChatModel model(FakeAiServer server) {
    return OpenAiChatModel.builder().options(options(server)).build();
  }

  static Prompt prompt(FakeAiServer server) {
    return new Prompt(List.of(new SystemMessage(MARK), new UserMessage(MARK)), options(server));
  }

  private Calls calls() {
    return new Calls(model(server));
  }

  private Prompt prompt() {
    return prompt(server);
  }

  private void reply(String content) {
    server.reply(
        AiReplies.openAiChatWithoutTools("gpt-4o-2024-08-06", MARK)
            .replace("\"content\": \"" + MARK + "\"", "\"content\": \"" + content + "\""));
  }

  @Test
  void tracesChat() {
    reply(MARK);
    calls().chat(prompt());
    assertThat(span()).isEqualTo(CHAT);
  }

  @Test
  void tracesAsynchronousChat() {
    reply(MARK);
    assertThat(spanOf(calls().chatAsync(prompt()))).isEqualTo(CHAT);
  }

  @Test
  void tracesChatClient() {
    reply(MARK);
    calls().client(prompt());
    assertThat(span()).isEqualTo(CHAT);
  }

  @Test
  void readsRequestOfChatClient() {
    reply(MARK);
    calls().request(ChatClientRequest.builder().prompt(prompt()).build());
    assertThat(span()).isEqualTo(CHAT);
  }

  @Test
  void tracesAsynchronousChatClient() {
    reply(MARK);
    assertThat(spanOf(calls().clientAsync(prompt()))).isEqualTo(CHAT);
  }

  @Test
  void tracesResponseWithEntity() {
    reply(MARK);
    assertThat(calls().entity(prompt()).entity()).containsExactly(MARK);
    assertThat(span()).isEqualTo(CHAT);
  }

  @Test
  void tracesAsynchronousResponseWithEntity() {
    reply(MARK);
    assertThat(spanOf(calls().entityAsync(prompt()))).isEqualTo(CHAT);
  }

  /** Input: 500 tokens at 0.02. */
  private static final String EMBEDDING =
      """
      embeddings text-embedding-3-small CLIENT
      ai.cost.estimated_usd=%s
      ai.usage.total_tokens=500
      gen_ai.operation.name=embeddings
      gen_ai.provider.name=openai
      gen_ai.request.model=text-embedding-3-small
      gen_ai.response.model=text-embedding-3-small
      gen_ai.usage.input_tokens=500
      gen_ai.usage.output_tokens=0
      """
          .formatted(500 * 0.02 / 1_000_000);

  private OpenAiEmbeddingOptions embeddingOptions() {
    return OpenAiEmbeddingOptions.builder()
        .baseUrl(server.url())
        .apiKey("key")
        .model("text-embedding-3-small")
        .build();
  }

  @Test
  void tracesEmbedding() {
    server.reply(AiReplies.openAiEmbedding("text-embedding-3-small"));
    Calls.embed(
        OpenAiEmbeddingModel.builder().options(embeddingOptions()).build(),
        new EmbeddingRequest(List.of(MARK), embeddingOptions()));
    assertThat(span()).isEqualTo(EMBEDDING);
  }

  @Test
  void tracesAsynchronousEmbedding() {
    server.reply(AiReplies.openAiEmbedding("text-embedding-3-small"));
    assertThat(
            spanOf(
                Calls.embedAsync(
                    OpenAiEmbeddingModel.builder().options(embeddingOptions()).build(),
                    new EmbeddingRequest(List.of(MARK), embeddingOptions()))))
        .isEqualTo(EMBEDDING);
  }
}
