package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Multi;
import io.spanloom.AICall;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

/** The child spans of the streams that subscribers receive from Spring AI. */
final class SubscriptionStreamSpanTest extends AiClientTestBase {

  private static final String MODEL = "gpt-4o-2024-08-06";

  /** Traced streams of Spring AI. */
  record Calls(ChatModel model) {

    @AICall(streamSpan = true, provider = "openai")
    Flux<ChatResponse> flux(Prompt prompt) {
      return model.stream(prompt);
    }

    @AICall(streamSpan = true, provider = "openai")
    Flow.Publisher<ChatResponse> publisher(Prompt prompt) {
      return JdkFlowAdapter.publisherToFlowPublisher(model.stream(prompt));
    }

    @AICall(streamSpan = true, provider = "openai")
    Multi<ChatResponse> multi(Prompt prompt) {
      return Multi.createFrom()
          .publisher(JdkFlowAdapter.publisherToFlowPublisher(model.stream(prompt)));
    }
  }

  private final OpenAiChatOptions options =
      OpenAiChatOptions.builder()
          .baseUrl(server.url())
          .apiKey("key")
          .model("gpt-4o")
          .streamUsage(true)
          .maxRetries(0)
          .build();
  private final Calls calls = new Calls(OpenAiChatModel.builder().options(options).build());
  private final Prompt prompt = new Prompt(MARK, options);

  @Test
  void startsWithFirstChunkOfEachSubscription() {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    Flux<ChatResponse> flux = calls.flux(prompt);
    assertThat(flux.collectList().block()).hasSize(5);
    assertThat(flux.collectList().block()).hasSize(5);
    assertThat(awaitedStreamSpans()).isEqualTo(StreamSpans.completed("chat gpt-4o", 5).repeat(2));
  }

  @Test
  void coversMulti() {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    assertThat(calls.multi(prompt).collect().asList().await().indefinitely()).hasSize(5);
    assertThat(awaitedStreamSpans()).isEqualTo(StreamSpans.completed("chat gpt-4o", 5));
  }

  @Test
  void coversPublisher() {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    JdkFlowAdapter.flowPublisherToFlux(calls.publisher(prompt)).blockLast();
    assertThat(awaitedStreamSpans()).isEqualTo(StreamSpans.completed("chat gpt-4o", 5));
  }

  @Test
  void doesNotStartWithoutSubscription() {
    assertThat(calls.flux(prompt)).isNotNull();
    assertThat(streamSpans()).isEmpty();
  }

  @Test
  void doesNotStartIfSubscriptionFailsBeforeFirstChunk() {
    server.reply(400, "{\"error\": {\"message\": \"" + MARK + "\"}}");
    assertThatThrownBy(() -> calls.flux(prompt).blockLast()).hasMessageContaining(MARK);
    assertThat(awaitedStreamSpans())
        .isEqualTo("chat gpt-4o CLIENT chunks=0 error=BadRequestException\n");
  }

  @Test
  void failsWithSubscription() {
    server.brokenStream(AiStreams.openAiChat(MODEL, MARK).subList(0, 3));
    assertThatThrownBy(() -> calls.flux(prompt).blockLast()).isInstanceOf(RuntimeException.class);
    assertThat(awaitedStreamSpans())
        .matches(
            """
            chat gpt-4o CLIENT chunks=\\d error=(\\w+)
              chat gpt-4o stream INTERNAL error=\\1
            """);
  }

  @Test
  void isCancelledWithSubscription() {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    assertThat(calls.flux(prompt).next().block()).isNotNull();
    assertThat(awaitedStreamSpans())
        .isEqualTo(
            """
            chat gpt-4o CLIENT chunks=1 cancelled
              chat gpt-4o stream INTERNAL cancelled
            """);
  }
}
