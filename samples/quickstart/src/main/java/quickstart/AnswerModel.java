package quickstart;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.spanloom.AICall;

/** Simulates a model with a fixed answer, so that the quickstart needs no API key. */
final class AnswerModel {

  @AICall(provider = "openai", model = "gpt-4o-mini", temperature = 0.2, phase = "answer")
  ChatResponse ask(String prompt) {
    return ChatResponse.builder()
        .aiMessage(AiMessage.from("It is on its way."))
        .id("chatcmpl-1")
        .modelName("gpt-4o-mini-2024-07-18")
        .tokenUsage(new TokenUsage(120 + prompt.length(), 6))
        .finishReason(FinishReason.STOP)
        .build();
  }
}
