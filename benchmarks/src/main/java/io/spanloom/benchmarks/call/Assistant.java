package io.spanloom.benchmarks.call;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;

/** A method that returns a ready response of an AI model, untraced. */
class Assistant {

  private final ChatResponse response =
      ChatResponse.builder()
          .aiMessage(AiMessage.from("Hello"))
          .id("chatcmpl-1")
          .modelName("gpt-4o-2024-08-06")
          .finishReason(FinishReason.STOP)
          .tokenUsage(new TokenUsage(1000, 200))
          .build();

  ChatResponse chat() {
    return response;
  }

  /** Returns the response, which the traced variants share. */
  final ChatResponse response() {
    return response;
  }
}
