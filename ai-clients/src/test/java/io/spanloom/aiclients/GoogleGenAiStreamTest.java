package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import io.spanloom.AICall;
import io.spanloom.testing.RecordedSpans;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class GoogleGenAiStreamTest extends AiClientTestBase {

  private static final String MODEL = "gemini-2.5-pro";

  /** Traced streams of Google's client. */
  record Calls(Client client) {

    @AICall(model = MODEL, operation = AICall.Operation.GENERATE_CONTENT)
    ResponseStream<GenerateContentResponse> generate(String prompt, GenerateContentConfig config) {
      return client.models.generateContentStream(MODEL, prompt, config);
    }

    @AICall(model = MODEL, operation = AICall.Operation.GENERATE_CONTENT)
    CompletableFuture<ResponseStream<GenerateContentResponse>> generateAsync(
        String prompt, GenerateContentConfig config) {
      return client.async.models.generateContentStream(MODEL, prompt, config);
    }
  }

  private static final String REQUEST =
      """
      gen_ai.operation.name=generate_content
      gen_ai.provider.name=gcp.gen_ai
      gen_ai.request.model=gemini-2.5-pro
      gen_ai.request.stream=true
      """;

  /** Input: 600 tokens at 1.25, 400 cached at 0.125; output: 200 tokens at 10. */
  private static final String CONTENT =
      """
      generate_content gemini-2.5-pro CLIENT
      ai.cost.estimated_usd=%s
      ai.stream.chunks_count=2
      ai.stream.total_ms=*
      ai.tool.calls_count=1
      ai.usage.total_tokens=1200
      %sgen_ai.response.finish_reasons=[stop]
      gen_ai.response.id=gemini-1
      gen_ai.response.model=gemini-2.5-pro
      gen_ai.response.time_to_first_chunk=*
      gen_ai.usage.cache_read.input_tokens=400
      gen_ai.usage.input_tokens=1000
      gen_ai.usage.output_tokens=200
      gen_ai.usage.reasoning.output_tokens=50
      """
          .formatted((600 * 1.25 + 400 * 0.125 + 200 * 10) / 1_000_000, REQUEST);

  private final Calls calls =
      new Calls(
          Client.builder()
              .apiKey("key")
              .httpOptions(HttpOptions.builder().baseUrl(server.url()).build())
              .build());

  private ResponseStream<GenerateContentResponse> generate() {
    return calls.generate(MARK, GenerateContentConfig.builder().build());
  }

  private List<String> read() {
    List<String> texts = new ArrayList<>();
    try (ResponseStream<GenerateContentResponse> stream = generate()) {
      for (GenerateContentResponse chunk : stream) {
        texts.add(chunk.responseId().orElse(""));
      }
    }
    return texts;
  }

  @Test
  void tracesContent() {
    server.stream(AiStreams.geminiContent(MODEL, MARK));
    assertThat(read()).containsExactly("gemini-1", "gemini-1");
    assertThat(span()).isEqualTo(CONTENT);
  }

  /** Input: 900 tokens at 1.25; output: 10 tokens at 10. */
  @Test
  void recordsTokensOfStreamThatIsClosedEarly() {
    server.stream(AiStreams.geminiContent(MODEL, MARK));
    try (ResponseStream<GenerateContentResponse> stream = generate()) {
      assertThat(stream.iterator().next().responseId()).contains("gemini-1");
    }
    assertThat(span())
        .contains(
            "ai.cost.estimated_usd=" + (900 * 1.25 + 10 * 10) / 1_000_000 + "\n",
            "ai.stream.chunks_count=1\n",
            "gen_ai.usage.input_tokens=900\n",
            "gen_ai.usage.output_tokens=10\n")
        .doesNotContain("error.type");
  }

  @Test
  void recordsTypeButNoMessageOfMalformedChunk() {
    server.stream(List.of(AiStreams.geminiContent(MODEL, MARK).get(0), "data: {\"" + MARK));
    assertThatThrownBy(this::read).isInstanceOf(RuntimeException.class);
    assertThat(span()).contains("ai.stream.chunks_count=1\n", "error.type=");
  }

  private CompletableFuture<ResponseStream<GenerateContentResponse>> generateAsync() {
    return calls.generateAsync(MARK, GenerateContentConfig.builder().build());
  }

  @Test
  void endsSpanOfFutureWithItsStream(RecordedSpans spans) {
    server.stream(AiStreams.geminiContent(MODEL, MARK));
    List<String> ids = new ArrayList<>();
    try (ResponseStream<GenerateContentResponse> stream = generateAsync().join()) {
      assertThat(spans.ended()).isEmpty();
      stream.forEach(chunk -> ids.add(chunk.responseId().orElse("")));
    }
    assertThat(ids).containsExactly("gemini-1", "gemini-1");
    assertThat(span()).isEqualTo(CONTENT);
  }

  @Test
  void endsSpanOfFutureThatFails() {
    server.reply(400, "{\"error\": {\"code\": 400, \"message\": \"" + MARK + "\"}}");
    assertThatThrownBy(() -> generateAsync().join()).isInstanceOf(CompletionException.class);
    assertThat(span())
        .contains(
            "ai.stream.chunks_count=0\n", "error.type=com.google.genai.errors.ClientException");
  }

  @Test
  void recordsErrorOfStreamInFuture() {
    server.stream(List.of(AiStreams.geminiContent(MODEL, MARK).get(0), "data: {\"" + MARK));
    ResponseStream<GenerateContentResponse> stream = generateAsync().join();
    assertThatThrownBy(() -> stream.forEach(chunk -> {})).isInstanceOf(RuntimeException.class);
    assertThat(span()).contains("ai.stream.chunks_count=1\n", "error.type=");
  }

  @Test
  void failsBeforeFirstChunk() {
    server.reply(400, "{\"error\": {\"code\": 400, \"message\": \"" + MARK + "\"}}");
    assertThatThrownBy(this::read).isInstanceOf(RuntimeException.class);
    assertThat(span()).contains("ai.stream.chunks_count=0\n", "error.type=");
  }
}
