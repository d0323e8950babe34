package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import io.spanloom.AICall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/** The child spans of the streams that handlers receive. */
final class HandlerStreamSpanTest extends AiClientTestBase {

  private static final String MODEL = "gpt-4o-2024-08-06";

  /** Traced streams of LangChain4j. */
  record LangChain4j(StreamingChatModel model) {

    /** A service that LangChain4j implements. */
    interface Assistant {
      TokenStream answer(String question);
    }

    @AICall(streamSpan = true, provider = "openai")
    void handler(ChatRequest request, StreamingChatResponseHandler handler) {
      model.chat(request, handler);
    }

    @AICall(streamSpan = true, provider = "openai", model = "gpt-4o")
    TokenStream tokens(String question) {
      return AiServices.create(Assistant.class, model).answer(question);
    }
  }

  /** Traced streams of Bedrock's client. */
  record Bedrock(BedrockRuntimeAsyncClient client) {

    @AICall(streamSpan = true)
    CompletableFuture<Void> converse(
        ConverseStreamRequest request, ConverseStreamResponseHandler handler) {
      return client.converseStream(request, handler);
    }

    @AICall(streamSpan = true)
    void converseAndWait(ConverseStreamRequest request, ConverseStreamResponseHandler handler) {
      client.converseStream(request, handler).join();
    }
  }

  private LangChain4j langChain4j() {
    return new LangChain4j(
        OpenAiStreamingChatModel.builder()
            .baseUrl(server.url())
            .apiKey("key")
            .modelName("gpt-4o")
            .build());
  }

  private static ChatRequest request() {
    return ChatRequest.builder().modelName("gpt-4o").messages(UserMessage.from(MARK)).build();
  }

  /** Completes when it receives the response. */
  private static final class Collected implements StreamingChatResponseHandler {
    final CompletableFuture<ChatResponse> response = new CompletableFuture<>();

    @Override
    public void onPartialResponse(String text) {}

    @Override
    public void onCompleteResponse(ChatResponse complete) {
      response.complete(complete);
    }

    @Override
    public void onError(Throwable error) {
      response.completeExceptionally(error);
    }
  }

  @Test
  void coversEventsOfHandler() {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    Collected handler = new Collected();
    langChain4j().handler(request(), handler);
    handler.response.join();
    assertThat(awaitedStreamSpans()).isEqualTo(StreamSpans.completed("chat gpt-4o", 2));
  }

  @Test
  void startsWithFirstEventOfTokenStream() {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    Collected handler = new Collected();
    langChain4j()
        .tokens(MARK)
        .onPartialResponse(handler::onPartialResponse)
        .onCompleteResponse(handler::onCompleteResponse)
        .onError(handler::onError)
        .start();
    handler.response.join();
    assertThat(awaitedStreamSpans()).isEqualTo(StreamSpans.completed("chat gpt-4o", 2));
  }

  @Test
  void endsWithFutureOfHandler() {
    BedrockStreamTest.reply(server);
    new Bedrock(BedrockStreamTest.client(server))
        .converse(BedrockStreamTest.request(), BedrockStreamTest.handler(new ArrayList<>()))
        .join();
    assertThat(awaitedStreamSpans())
        .isEqualTo(StreamSpans.completed("chat " + BedrockStreamTest.MODEL, 5));
  }

  @Test
  void startsWithFirstEventOfHandlerInsideMethod() {
    BedrockStreamTest.reply(server);
    List<String> texts = new ArrayList<>();
    new Bedrock(BedrockStreamTest.client(server))
        .converseAndWait(BedrockStreamTest.request(), BedrockStreamTest.handler(texts));
    assertThat(texts).containsExactly(MARK);
    assertThat(streamSpans())
        .isEqualTo(StreamSpans.completed("chat " + BedrockStreamTest.MODEL, 5));
  }
}
