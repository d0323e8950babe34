package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import io.spanloom.AICall;
import io.spanloom.testing.RecordedSpans;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenAiStreamTest extends AiClientTestBase {

  private static final String MODEL = "gpt-4o-2024-08-06";

  /** Traced streams of OpenAI's client. */
  record Calls(OpenAIClient client) {

    @AICall
    StreamResponse<ChatCompletionChunk> chat(ChatCompletionCreateParams params) {
      return client.chat().completions().createStreaming(params);
    }

    @AICall
    AsyncStreamResponse<ChatCompletionChunk> chatAsync(ChatCompletionCreateParams params) {
      return client.async().chat().completions().createStreaming(params);
    }

    @AICall
    StreamResponse<ResponseStreamEvent> response(ResponseCreateParams params) {
      return client.responses().createStreaming(params);
    }

    @AICall
    AsyncStreamResponse<ResponseStreamEvent> responseAsync(ResponseCreateParams params) {
      return client.async().responses().createStreaming(params);
    }
  }

  /** Input: 600 tokens at 2.5, 400 cached at 1.25; output: 200 tokens at 10. */
  private static final String CHAT =
      """
      chat gpt-4o CLIENT
      ai.cost.estimated_usd=%s
      ai.prompt.history_size=1
      ai.stream.chunks_count=7
      ai.stream.total_ms=*
      ai.tool.calls_count=1
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

  private static final String RESPONSE =
      CHAT.replace("ai.prompt.history_size=1\n", "")
          .replace("chunks_count=7", "chunks_count=3")
          .replace("[stop]", "[completed]")
          .replace("chatcmpl-1", "resp_1");

  private final Calls calls =
      new Calls(
          OpenAIOkHttpClient.builder().baseUrl(server.url()).apiKey("key").maxRetries(0).build());

  private static ChatCompletionCreateParams chatParams() {
    return ChatCompletionCreateParams.builder().model("gpt-4o").addUserMessage(MARK).build();
  }

  private static ResponseCreateParams responseParams() {
    return ResponseCreateParams.builder().model("gpt-4o").input(MARK).build();
  }

  private static List<String> chatEvents() {
    List<String> events = new ArrayList<>(AiStreams.openAiChat(MODEL, MARK));
    events.addAll(3, AiStreams.openAiToolCall(MODEL, MARK));
    return events;
  }

  /** Reads all chunks, and closes the stream. */
  private static long read(StreamResponse<?> response) {
    try (response) {
      return response.stream().map(Object::toString).filter(text -> !text.isEmpty()).count();
    }
  }

  @Test
  void tracesChat() {
    server.stream(chatEvents());
    assertThat(read(calls.chat(chatParams()))).isEqualTo(7);
    assertThat(span()).isEqualTo(CHAT);
  }

  @Test
  void tracesAsynchronousChat() {
    server.stream(chatEvents());
    List<String> ids = new ArrayList<>();
    AsyncStreamResponse<ChatCompletionChunk> response = calls.chatAsync(chatParams());
    response.subscribe(chunk -> ids.add(chunk.id())).onCompleteFuture().join();
    assertThat(ids).hasSize(7);
    assertThat(span()).isEqualTo(CHAT);
  }

  @Test
  void tracesResponse() {
    server.stream(AiStreams.openAiResponse(MODEL, MARK));
    assertThat(read(calls.response(responseParams()))).isEqualTo(3);
    assertThat(span()).isEqualTo(RESPONSE);
  }

  @Test
  void tracesAsynchronousResponse() {
    server.stream(AiStreams.openAiResponse(MODEL, MARK));
    AsyncStreamResponse<ResponseStreamEvent> response = calls.responseAsync(responseParams());
    response.subscribe(event -> {}).onCompleteFuture().join();
    assertThat(span()).isEqualTo(RESPONSE);
  }

  @Test
  void hasNoTokensWithoutRequestForUsage() {
    server.stream(AiStreams.openAiChatWithoutUsage(MODEL, MARK));
    read(calls.chat(chatParams()));
    assertThat(span())
        .contains("ai.stream.chunks_count=4\n", "gen_ai.response.model=" + MODEL + "\n")
        .doesNotContain("tokens", "cost");
  }

  @Test
  void hasNoCostIfChunksContainTokensOfAudio() {
    server.stream(
        AiStreams.openAiChat(MODEL, MARK).stream()
            .map(event -> event.replace("\"cached_tokens\": 400", "\"audio_tokens\": 400"))
            .toList());
    read(calls.chat(chatParams()));
    assertThat(span()).contains("gen_ai.usage.input_tokens=1000\n").doesNotContain("cost");
  }

  @Test
  void endsSpanWhenStreamIsClosedEarly() {
    server.stream(chatEvents());
    try (StreamResponse<ChatCompletionChunk> response = calls.chat(chatParams())) {
      Iterator<ChatCompletionChunk> chunks = response.stream().iterator();
      chunks.next();
      chunks.next();
    }
    assertThat(span())
        .contains("ai.stream.chunks_count=2\n", "gen_ai.response.id=chatcmpl-1\n")
        .doesNotContain("error.type", "tokens");
  }

  @Test
  void countsNoChunksIfStreamIsNotRead() {
    server.stream(chatEvents());
    calls.chat(chatParams()).close();
    assertThat(span())
        .contains("ai.stream.chunks_count=0\n", "ai.stream.total_ms=*\n")
        .doesNotContain("first_chunk", "gen_ai.response", "error.type");
  }

  @Test
  void cancelsAsynchronousStreamThatIsClosedEarly() {
    server.stream(chatEvents());
    calls.chatAsync(chatParams()).close();
    assertThat(span()).contains("ai.stream.chunks_count=0\n", "spanloom.cancelled=true\n");
  }

  @Test
  void recordsWhatBrokenStreamRevealed() {
    server.brokenStream(chatEvents().subList(0, 3));
    assertThatThrownBy(() -> read(calls.chat(chatParams()))).isInstanceOf(OpenAIException.class);
    assertThat(span())
        .contains(
            "ai.stream.chunks_count=3\n",
            "error.type=com.openai.errors.OpenAIIoException\n",
            "gen_ai.response.model=" + MODEL + "\n")
        .doesNotContain("tokens", "cost");
  }

  @Test
  void recordsTypeButNoMessageOfMalformedChunk() {
    server.stream(List.of(chatEvents().get(0), "data: {\"" + MARK));
    assertThatThrownBy(() -> read(calls.chat(chatParams()))).isInstanceOf(OpenAIException.class);
    assertThat(span())
        .contains(
            "ai.stream.chunks_count=1\n",
            "error.type=com.openai.errors.OpenAIInvalidDataException\n");
  }

  @Test
  void readsChunkWithInvalidParts() {
    server.stream(
        List.of(
            "data: {\"id\": 7, \"choices\": \"" + MARK + "\", \"model\": \"m\"}", "data: [DONE]"));
    assertThat(read(calls.chat(chatParams()))).isOne();
    assertThat(span())
        .contains("ai.stream.chunks_count=1\n", "gen_ai.response.model=m\n")
        .doesNotContain("gen_ai.response.id", "error.type");
  }

  @Test
  void failsBeforeFirstChunk() {
    server.reply(400, "{\"error\": {\"message\": \"" + MARK + "\"}}");
    assertThatThrownBy(() -> calls.chat(chatParams())).isInstanceOf(BadRequestException.class);
    assertThat(span())
        .contains(
            "ai.stream.chunks_count=0\n",
            "error.type=com.openai.errors.BadRequestException\n",
            "gen_ai.request.stream=true\n")
        .doesNotContain("first_chunk");
  }

  @Test
  void failsAsynchronousStreamThatHasNoSubscriber() {
    server.reply(400, "{\"error\": {\"message\": \"" + MARK + "\"}}");
    AsyncStreamResponse<ChatCompletionChunk> response = calls.chatAsync(chatParams());
    assertThatThrownBy(() -> response.onCompleteFuture().join()).hasMessageContaining(MARK);
    assertThat(span()).contains("error.type=com.openai.errors.BadRequestException\n");
  }

  @Test
  void readsStreamOnce(RecordedSpans spans) {
    server.stream(chatEvents());
    StreamResponse<ChatCompletionChunk> response = calls.chat(chatParams());
    read(response);
    assertThatThrownBy(() -> read(response)).isInstanceOf(IllegalStateException.class);
    spans.awaitAll();
    assertThat(spans.ended()).hasSize(1);
    assertThat(span()).isEqualTo(CHAT);
  }
}
