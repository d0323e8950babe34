package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spanloom.AICall;
import io.spanloom.testing.RecordedSpans;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import reactor.core.publisher.Flux;

final class SpringAiStreamTest extends AiClientTestBase {

  private static final String MODEL = "gpt-4o-2024-08-06";

  /** Traced streams of Spring AI. */
  record Calls(ChatModel model) {

    @AICall(provider = "openai")
    Flux<ChatResponse> chat(Prompt prompt) {
      return model.stream(prompt);
    }

    @AICall(provider = "openai")
    Flux<ChatClientResponse> client(Prompt prompt) {
      return ChatClient.create(model).prompt(prompt).stream().chatClientResponse();
    }

    @SuppressWarnings("SPL012")
    @AICall(provider = "openai")
    Flux<String> text(Prompt prompt) {
      return ChatClient.create(model).prompt(prompt).stream().content();
    }
  }

  private static final String REQUEST =
      """
      gen_ai.operation.name=chat
      gen_ai.provider.name=openai
      gen_ai.request.model=gpt-4o
      gen_ai.request.stream=true
      """;

  private static final String CHAT =
      """
      chat gpt-4o CLIENT
      ai.cost.estimated_usd=%s
      ai.prompt.history_size=2
      ai.stream.chunks_count=5
      ai.stream.total_ms=*
      ai.usage.total_tokens=1200
      %sgen_ai.response.finish_reasons=[stop]
      gen_ai.response.id=chatcmpl-1
      gen_ai.response.model=gpt-4o-2024-08-06
      gen_ai.response.time_to_first_chunk=*
      gen_ai.usage.cache_read.input_tokens=400
      gen_ai.usage.input_tokens=1000
      gen_ai.usage.output_tokens=200
      """
          .formatted((600 * 2.5 + 400 * 1.25 + 200 * 10) / 1_000_000, REQUEST);

  private Calls calls() {
    return new Calls(OpenAiChatModel.builder().options(options()).build());
  }

  private OpenAiChatOptions options() {
    return OpenAiChatOptions.builder()
        .baseUrl(server.url())
        .apiKey("key")
        .model("gpt-4o")
        .streamUsage(true)
        .build();
  }

  private Prompt prompt() {
    return new Prompt(List.of(new SystemMessage(MARK), new UserMessage(MARK)), options());
  }

  @Test
  void tracesStream() {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    calls().chat(prompt()).collectList().block();
    assertThat(span()).isEqualTo(CHAT);
  }

  @Test
  void tracesStreamOfChatClient() {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    calls().client(prompt()).collectList().block();
    assertThat(span()).isEqualTo(CHAT);
  }

  @Test
  void measuresStreamOfText() {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    calls().text(prompt()).collectList().block();
    assertThat(span())
        .contains("ai.stream.chunks_count=2\n", "time_to_first_chunk=*\n")
        .doesNotContain("gen_ai.response.model", "tokens");
  }

  @Test
  void recordsWhatCancelledStreamRevealed() {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    calls().chat(prompt()).blockFirst();
    assertThat(span())
        .contains(
            "ai.stream.chunks_count=1\n",
            "gen_ai.response.id=chatcmpl-1\n",
            "gen_ai.response.model=" + MODEL + "\n",
            "spanloom.cancelled=true\n")
        .doesNotContain("error.type", "tokens", "cost");
  }

  @Test
  void recordsWhatBrokenStreamRevealed() {
    server.brokenStream(AiStreams.openAiChat(MODEL, MARK).subList(0, 3));
    assertThatThrownBy(() -> calls().chat(prompt()).collectList().block())
        .isInstanceOf(RuntimeException.class);
    assertThat(span())
        .contains("error.type=", "gen_ai.response.model=" + MODEL + "\n")
        .doesNotContain("tokens", "cost");
  }

  @Test
  void failsWithMalformedChunk() {
    server.stream(List.of(AiStreams.openAiChat(MODEL, MARK).get(0), "data: {\"" + MARK));
    assertThatThrownBy(() -> calls().chat(prompt()).collectList().block())
        .isInstanceOf(RuntimeException.class);
    assertThat(span()).contains("error.type=").doesNotContain("tokens", "cost");
  }

  @Test
  void countsNoChunksIfStreamFailsBeforeFirst() {
    server.reply(400, "{\"error\": {\"message\": \"" + MARK + "\"}}");
    assertThatThrownBy(() -> calls().chat(prompt()).collectList().block())
        .isInstanceOf(RuntimeException.class);
    assertThat(span())
        .contains("ai.stream.chunks_count=0\n", "ai.stream.total_ms=*\n", "error.type=")
        .doesNotContain("first_chunk");
  }

  @Test
  void hasNoSpanIfStreamIsNotSubscribedTo(RecordedSpans spans) {
    Flux<ChatResponse> unused = calls().chat(prompt());
    assertThat(unused).isNotNull();
    assertThat(spans.ended()).isEmpty();
    assertThat(server.requests()).isZero();
  }

  @Test
  void hasSpanForEachSubscription(RecordedSpans spans) {
    server.stream(AiStreams.openAiChat(MODEL, MARK));
    Flux<ChatResponse> stream = calls().chat(prompt());
    stream.blockLast();
    stream.blockLast();
    spans.awaitAll();
    assertThat(spans.ended())
        .hasSize(2)
        .allSatisfy(
            span ->
                assertThat(span.getAttributes().asMap().toString())
                    .contains("ai.stream.chunks_count=5", "gen_ai.usage.input_tokens=1000"));
  }
}
