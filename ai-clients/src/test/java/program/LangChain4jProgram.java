package program;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.spanloom.AICall;
import io.spanloom.aiclients.AiReplies;

/** Calls LangChain4j. */
public final class LangChain4jProgram {

  private LangChain4jProgram() {}

  @AICall(provider = "openai")
  static ChatResponse chat(ChatModel model, ChatRequest request) {
    return model.chat(request);
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
                OpenAiChatModel.builder().baseUrl(url).apiKey("key").build(),
                ChatRequest.builder()
                    .messages(SystemMessage.from(Call.TEXT), UserMessage.from(Call.TEXT))
                    .modelName("gpt-4o")
                    .temperature(0.2)
                    .topP(0.5)
                    .maxOutputTokens(100)
                    .build()));
  }
}
