package io.spanloom.benchmarks.call;

import dev.langchain4j.model.chat.response.ChatResponse;
import io.spanloom.AICall;

/** The method traced by Spanloom. */
final class SpanloomAssistant extends Assistant {

  @Override
  @AICall(provider = "openai", model = "gpt-4o")
  ChatResponse chat() {
    return response();
  }
}
