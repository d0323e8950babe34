package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.genai.Client;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import io.spanloom.AICall;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class GoogleGenAiTest extends AiClientTestBase {

  /** Traced calls of Google's client. */
  record Calls(Client client) {

    @AICall(model = "gemini-2.5-pro", operation = AICall.Operation.GENERATE_CONTENT)
    GenerateContentResponse generate(String prompt, GenerateContentConfig config) {
      return client.models.generateContent("gemini-2.5-pro", prompt, config);
    }

    @AICall(model = "gemini-2.5-pro", operation = AICall.Operation.GENERATE_CONTENT)
    CompletableFuture<GenerateContentResponse> generateAsync(
        String prompt, GenerateContentConfig config) {
      return client.async.models.generateContent("gemini-2.5-pro", prompt, config);
    }
  }

  /** Input: 600 tokens at 1.25, 400 cached at 0.125; output: 200 tokens at 10. */
  static final String CONTENT =
      """
      generate_content gemini-2.5-pro CLIENT
      ai.cost.estimated_usd=%s
      ai.tool.calls_count=1
      ai.usage.total_tokens=1200
      gen_ai.operation.name=generate_content
      gen_ai.provider.name=gcp.gen_ai
      gen_ai.request.max_tokens=100
      gen_ai.request.model=gemini-2.5-pro
      gen_ai.request.temperature=0.2
      gen_ai.request.top_p=0.5
      gen_ai.response.finish_reasons=[stop]
      gen_ai.response.id=gemini-1
      gen_ai.response.model=gemini-2.5-pro
      gen_ai.usage.cache_read.input_tokens=400
      gen_ai.usage.input_tokens=1000
      gen_ai.usage.output_tokens=200
      gen_ai.usage.reasoning.output_tokens=50
      """
          .formatted((600 * 1.25 + 400 * 0.125 + 200 * 10) / 1_000_000);

  private final Calls calls =
      new Calls(
          Client.builder()
              .apiKey("key")
              .httpOptions(HttpOptions.builder().baseUrl(server.url()).build())
              .build());

  static GenerateContentConfig config() {
    return GenerateContentConfig.builder()
        .temperature(0.2f)
        .topP(0.5f)
        .maxOutputTokens(100)
        .build();
  }

  @Test
  void tracesContent() {
    server.reply(AiReplies.geminiContent("gemini-2.5-pro", MARK));
    calls.generate(MARK, config());
    assertThat(span()).isEqualTo(CONTENT);
  }

  private static String replyWithModality(String modality) {
    return AiReplies.geminiContent("gemini-2.5-pro", MARK)
        .replace(
            "\"usageMetadata\": {",
            "\"usageMetadata\": {\"promptTokensDetails\": [{\"modality\": \"TEXT\","
                + " \"tokenCount\": 100}, {\"modality\": \"%s\", \"tokenCount\": 800}], "
                    .formatted(modality));
  }

  @Test
  void hasNoCostIfTokensOfAudioHaveAnotherPrice() {
    server.reply(replyWithModality("AUDIO"));
    calls.generate(MARK, config());
    assertThat(span()).isEqualTo(CONTENT.replaceAll("ai[.]cost.*\n", ""));
  }

  @Test
  void hasCostIfTokensOfImagesHaveSamePrice() {
    server.reply(replyWithModality("IMAGE"));
    calls.generate(MARK, config());
    assertThat(span()).isEqualTo(CONTENT);
  }

  @Test
  void tracesAsynchronousContent() {
    server.reply(AiReplies.geminiContent("gemini-2.5-pro", MARK));
    assertThat(spanOf(calls.generateAsync(MARK, config()))).isEqualTo(CONTENT);
  }
}
