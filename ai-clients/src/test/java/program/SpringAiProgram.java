package program;

import io.spanloom.AICall;
import io.spanloom.aiclients.AiReplies;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;

/** Calls Spring AI. */
public final class SpringAiProgram {

  private SpringAiProgram() {}

  @AICall(provider = "openai")
  static ChatResponse chat(ChatModel model, Prompt prompt) {
    return model.call(prompt);
  }

  /**
   * Runs the program.
   *
   * @param arguments ignored
   */
  public static void main(String[] arguments) {
    Call.run(
        AiReplies.openAiChatWithoutTools("gpt-4o-2024-08-06", Call.TEXT),
        url -> {
          OpenAiChatOptions options =
              OpenAiChatOptions.builder()
                  .baseUrl(url)
                  .apiKey("key")
                  .model("gpt-4o")
                  .temperature(0.2)
                  .topP(0.5)
                  .maxTokens(100)
                  .build();
          chat(
              OpenAiChatModel.builder().options(options).build(),
              new Prompt(new SystemMessage(Call.TEXT), new UserMessage(Call.TEXT))
                  .mutate()
                  .chatOptions(options)
                  .build());
        });
  }
}
