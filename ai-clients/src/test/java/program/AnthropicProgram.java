package program;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import io.spanloom.AICall;
import io.spanloom.aiclients.AiReplies;

/** Calls anthropic-java. */
public final class AnthropicProgram {

  private AnthropicProgram() {}

  @AICall
  static Message message(AnthropicClient client, MessageCreateParams params) {
    return client.messages().create(params);
  }

  /**
   * Runs the program.
   *
   * @param arguments ignored
   */
  public static void main(String[] arguments) {
    Call.run(
        AiReplies.anthropicMessage("claude-sonnet-4-5-20250929", Call.TEXT),
        url ->
            message(
                AnthropicOkHttpClient.builder().baseUrl(url).apiKey("key").build(),
                MessageCreateParams.builder()
                    .model("claude-sonnet-4-5")
                    .maxTokens(100)
                    .system(Call.TEXT)
                    .addUserMessage(Call.TEXT)
                    .build()));
  }
}
