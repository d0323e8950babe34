package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatModelStreamingEvent;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import io.spanloom.AICall;
import io.spanloom.testing.RecordedSpans;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

final class LangChain4jStreamTest extends AiClientTestBase {

  private static final String MODEL = "gpt-4o-2024-08-06";

  /** A service that LangChain4j implements. */
  interface Assistant {
    TokenStream answer(String question);
  }

  /** Traced streams of LangChain4j. */
  record Calls(StreamingChatModel model) {

    @AICall(provider = "openai")
    void handler(StreamingChatResponseHandler handler, ChatRequest request) {
      model.chat(request, handler);
    }

    @AICall(provider = "openai", model = "gpt-4o")
    static void failing(long count, StreamingChatResponseHandler handler) {
      throw new IllegalStateException(MARK + count + handler);
    }

    @AICall(provider = "openai")
    Flow.Publisher<ChatModelStreamingEvent> publisher(ChatRequest request) {
      return model.chat(request);
    }

    @AICall(provider = "openai", model = "gpt-4o")
    TokenStream tokens(String question) {
      return AiServices.create(Assistant.class, model).answer(question);
    }
  }

  /** Collects the events of a stream. */
  private static final class Collected implements StreamingChatResponseHandler {
    final List<String> texts = new ArrayList<>();
    final CompletableFuture<ChatResponse> response = new CompletableFuture<>();

    @Override
    public void onPartialResponse(String text) {
      texts.add(text);
    }

    @Override
    public void onCompleteResponse(ChatResponse complete) {
      response.complete(complete);
    }

    @Override
    public void onError(Throwable error) {
      response.completeExceptionally(error);
    }
  }

  /** Input: 600 tokens at 2.5, 400 cached at 1.25; output: 200 tokens at 10. */
  private static final String CHAT =
      """
      chat gpt-4o CLIENT
      ai.cost.estimated_usd=%s
      ai.prompt.history_size=1
      ai.stream.chunks_count=2
      ai.stream.total_ms=*
      ai.usage.total_tokens=1200
      gen_ai.operation.name=chat
      gen_ai.provider.name=openai
      gen_ai.request.model=gpt-4o
      gen_ai.request.stream=true
      gen_ai.response.finish_reasons=[stop]
      gen_ai.response.id=chatcmpl-1
      gen_ai.response.model=gpt-4o-2024-08-06
      gen_ai.response.time_to_first_chunk=*
      gen_ai.usage.cache_read.input_tokens=400
      gen_ai.usage.input_tokens=1000
      gen_ai.usage.output_tokens=200
      gen_ai.usage.reasoning.output_tokens=50
      """
          .formatted((600 * 2.5 + 400 * 1.25 + 200 * 10) / 1_000_000);

  private Calls calls() {
    return new Calls(
        OpenAiStreamingChatModel.builder()
            .baseUrl(server.url())
            .apiKey("key")
            .modelName("gpt-4o")
            .build());
  }

  private static ChatRequest request() {
    return ChatRequest.builder().modelName("gpt-4o").messages(UserMessage.from(MARK)).build();
  }

  @Test
  void endsSpanWithHandler() {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    Collected handler = new Collected();
    calls().handler(handler, request());
    assertThat(handler.response.join().id()).isEqualTo("chatcmpl-1");
    assertThat(handler.texts).containsExactly(MARK, MARK);
    assertThat(span()).isEqualTo(CHAT);
  }

  @Test
  void recordsTypeButNoMessageOfErrorThatHandlerReceives() {
    server.reply(400, "{\"error\": {\"message\": \"" + MARK + "\"}}");
    Collected handler = new Collected();
    calls().handler(handler, request());
    assertThatThrownBy(handler.response::join).hasMessageContaining(MARK);
    assertThat(span())
        .contains("ai.stream.chunks_count=0\n", "error.type=dev.langchain4j.exception.");
  }

  @Test
  void endsSpanIfMethodWithHandlerThrows(RecordedSpans spans) {
    Collected handler = new Collected();
    assertThatThrownBy(() -> Calls.failing(1, handler)).isInstanceOf(IllegalStateException.class);
    spans.awaitAll();
    assertThat(spans.ended()).hasSize(1);
    assertThat(span()).contains("error.type=java.lang.IllegalStateException\n");
  }

  @Test
  void passesNullHandlerOn() {
    assertThatThrownBy(() -> Calls.failing(1, null)).hasMessage(MARK + "1null");
    assertThat(span()).contains("error.type=java.lang.IllegalStateException\n");
  }

  /** No model of this version publishes events, so that this one adapts the handler of another. */
  private record PublishingModel(StreamingChatModel model) implements StreamingChatModel {

    @Override
    public Flow.Publisher<ChatModelStreamingEvent> doChat(ChatRequest request) {
      return JdkFlowAdapter.publisherToFlowPublisher(
          Flux.create(sink -> model.chat(request, new Publishing(sink))));
    }
  }

  /** Publishes what a handler receives. */
  private record Publishing(FluxSink<ChatModelStreamingEvent> sink)
      implements StreamingChatResponseHandler {

    @Override
    public void onPartialResponse(String text) {
      sink.next(new PartialResponse(text));
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      sink.next(new CompleteResponse(response));
      sink.complete();
    }

    @Override
    public void onError(Throwable error) {
      sink.error(error);
    }
  }

  @Test
  void tracesPublisher() {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    Calls calls = new Calls(new PublishingModel(calls().model()));
    JdkFlowAdapter.flowPublisherToFlux(calls.publisher(request())).blockLast();
    assertThat(span()).isEqualTo(CHAT.replace("chunks_count=2", "chunks_count=3"));
  }

  private static final String TOKENS = CHAT.replace("ai.prompt.history_size=1\n", "");

  @Test
  void tracesTokenStream() {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    Collected collected = new Collected();
    calls()
        .tokens(MARK)
        .onPartialResponse(collected::onPartialResponse)
        .onCompleteResponse(collected::onCompleteResponse)
        .onError(collected::onError)
        .start();
    assertThat(collected.response.join().id()).isEqualTo("chatcmpl-1");
    assertThat(collected.texts).containsExactly(MARK, MARK);
    assertThat(span()).isEqualTo(TOKENS);
  }

  @Test
  void tracesTokenStreamThatIgnoresResponseAndErrors() {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    calls().tokens(MARK).onPartialResponse(text -> {}).ignoreErrors().start();
    assertThat(span()).isEqualTo(TOKENS);
  }

  @Test
  void recordsIgnoredErrorOfTokenStream() {
    server.reply(400, "{\"error\": {\"message\": \"" + MARK + "\"}}");
    calls().tokens(MARK).onPartialResponse(text -> {}).ignoreErrors().start();
    assertThat(span()).contains("error.type=dev.langchain4j.exception.");
  }

  @Test
  void hasNoSpanIfTokenStreamIsNotStarted(RecordedSpans spans) {
    TokenStream unused = calls().tokens(MARK);
    assertThat(unused).isNotNull();
    assertThat(spans.ended()).isEmpty();
  }
}
