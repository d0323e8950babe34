package program;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.spanloom.AICall;
import io.spanloom.aiclients.AiReplies;

/** Calls openai-java. */
public final class OpenAiProgram {

  private OpenAiProgram() {}

  @AICall
  static ChatCompletion chat(OpenAIClient client, ChatCompletionCreateParams params) {
    return client.chat().completions().create(params);
  }

  /**
   * Runs the program.
   *
   * @param arguments ignored
   */
  public static void main(String[] arguments) {
    Call.run(
        AiReplies.openAiChat("gpt-4o-2024-08-06", Call.TEXT),
        url ->
            chat(
                OpenAIOkHttpClient.builder().baseUrl(url).apiKey("key").build(),
                ChatCompletionCreateParams.builder()
                    .model("gpt-4o")
                    .temperature(0.2)
                    .topP(0.5)
                    .maxCompletionTokens(100)
                    .addSystemMessage(Call.TEXT)
                    .addUserMessage(Call.TEXT)
                    .build()));
  }
}
