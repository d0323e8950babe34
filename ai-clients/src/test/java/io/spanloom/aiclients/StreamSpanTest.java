package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.spanloom.AICall;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The child spans of the streams of real clients. */
final class StreamSpanTest extends AiClientTestBase {

  private static final String OPENAI_MODEL = "gpt-4o-2024-08-06";
  private static final String GEMINI = "gemini-2.5-pro";

  /** Traced streams of OpenAI's client. */
  record OpenAi(OpenAIClient client) {

    @AICall(streamSpan = true)
    StreamResponse<ChatCompletionChunk> chat(ChatCompletionCreateParams params) {
      return client.chat().completions().createStreaming(params);
    }

    @AICall(streamSpan = true)
    AsyncStreamResponse<ChatCompletionChunk> chatAsync(ChatCompletionCreateParams params) {
      return client.async().chat().completions().createStreaming(params);
    }
  }

  /** Traced streams of Google's client. */
  record Google(Client client) {

    @AICall(streamSpan = true, model = GEMINI, operation = AICall.Operation.GENERATE_CONTENT)
    CompletableFuture<ResponseStream<GenerateContentResponse>> generate(String prompt) {
      return client.async.models.generateContentStream(
          GEMINI, prompt, GenerateContentConfig.builder().build());
    }
  }

  private final OpenAi openAi =
      new OpenAi(
          OpenAIOkHttpClient.builder().baseUrl(server.url()).apiKey("key").maxRetries(0).build());

  private final Google google =
      new Google(
          Client.builder()
              .apiKey("key")
              .httpOptions(HttpOptions.builder().baseUrl(server.url()).build())
              .build());

  private static ChatCompletionCreateParams params() {
    return ChatCompletionCreateParams.builder().model("gpt-4o").addUserMessage(MARK).build();
  }

  private static long read(StreamResponse<?> response) {
    try (response) {
      return response.stream().count();
    }
  }

  @Test
  void coversTimeAfterMethod() {
    server.stream(AiStreams.openAiChat(OPENAI_MODEL, MARK));
    StreamResponse<ChatCompletionChunk> response = openAi.chat(params());
    assertThat(streamSpans()).isEmpty();
    assertThat(read(response)).isEqualTo(5);
    assertThat(streamSpans()).isEqualTo(StreamSpans.completed("chat gpt-4o", 5));
  }

  @Test
  void coversAsynchronousStream() {
    server.stream(AiStreams.openAiChat(OPENAI_MODEL, MARK));
    openAi.chatAsync(params()).subscribe(chunk -> {}).onCompleteFuture().join();
    assertThat(awaitedStreamSpans()).isEqualTo(StreamSpans.completed("chat gpt-4o", 5));
  }

  @Test
  void failsWithStream() {
    server.brokenStream(AiStreams.openAiChat(OPENAI_MODEL, MARK).subList(0, 3));
    assertThatThrownBy(() -> read(openAi.chat(params()))).isInstanceOf(OpenAIException.class);
    assertThat(streamSpans())
        .isEqualTo(
            """
            chat gpt-4o CLIENT chunks=3 error=OpenAIIoException
              chat gpt-4o stream INTERNAL error=OpenAIIoException
            """);
  }

  @Test
  void doesNotStartIfMethodFails() {
    server.reply(400, "{\"error\": {\"message\": \"" + MARK + "\"}}");
    assertThatThrownBy(() -> openAi.chat(params())).isInstanceOf(BadRequestException.class);
    assertThat(streamSpans()).isEqualTo("chat gpt-4o CLIENT chunks=0 error=BadRequestException\n");
  }

  @Test
  void endsWhenStreamIsClosedUnread() {
    server.stream(AiStreams.openAiChat(OPENAI_MODEL, MARK));
    openAi.chat(params()).close();
    assertThat(streamSpans())
        .isEqualTo("chat gpt-4o CLIENT chunks=0\n  chat gpt-4o stream INTERNAL\n");
  }

  @Test
  void endsOnceIfStreamIsReadTwice() {
    server.stream(AiStreams.openAiChat(OPENAI_MODEL, MARK));
    StreamResponse<ChatCompletionChunk> response = openAi.chat(params());
    read(response);
    assertThatThrownBy(() -> read(response)).isInstanceOf(IllegalStateException.class);
    assertThat(streamSpans()).isEqualTo(StreamSpans.completed("chat gpt-4o", 5));
  }

  @Test
  void isCancelledWithAsynchronousStream() {
    server.stream(AiStreams.openAiChat(OPENAI_MODEL, MARK));
    openAi.chatAsync(params()).close();
    assertThat(awaitedStreamSpans())
        .isEqualTo(
            """
            chat gpt-4o CLIENT chunks=0 cancelled
              chat gpt-4o stream INTERNAL cancelled
            """);
  }

  @Test
  void startsWhenFutureDeliversStream() {
    server.stream(AiStreams.geminiContent(GEMINI, MARK));
    try (ResponseStream<GenerateContentResponse> stream = google.generate(MARK).join()) {
      assertThat(stream).hasSize(2);
    }
    assertThat(streamSpans()).isEqualTo(StreamSpans.completed("generate_content " + GEMINI, 2));
  }

  @Test
  void doesNotStartIfFutureFails() {
    server.reply(400, "{\"error\": {\"code\": 400, \"message\": \"" + MARK + "\"}}");
    CompletableFuture<?> future = google.generate(MARK);
    assertThatThrownBy(future::join).hasMessageContaining(MARK);
    assertThat(awaitedStreamSpans())
        .isEqualTo("generate_content " + GEMINI + " CLIENT chunks=0 error=ClientException\n");
  }
}
