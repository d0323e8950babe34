package program;

import com.google.genai.Client;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import io.spanloom.AICall;
import io.spanloom.aiclients.AiReplies;

/** Calls google-genai. */
public final class GoogleProgram {

  private GoogleProgram() {}

  @AICall(model = "gemini-2.5-pro", operation = AICall.Operation.GENERATE_CONTENT)
  static GenerateContentResponse generate(Client client, GenerateContentConfig config) {
    return client.models.generateContent("gemini-2.5-pro", Call.TEXT, config);
  }

  /**
   * Runs the program.
   *
   * @param arguments ignored
   */
  public static void main(String[] arguments) {
    Call.run(
        AiReplies.geminiContent("gemini-2.5-pro", Call.TEXT),
        url ->
            generate(
                Client.builder()
                    .apiKey("key")
                    .httpOptions(HttpOptions.builder().baseUrl(url).build())
                    .build(),
                GenerateContentConfig.builder()
                    .temperature(0.2f)
                    .topP(0.5f)
                    .maxOutputTokens(100)
                    .build()));
  }
}
