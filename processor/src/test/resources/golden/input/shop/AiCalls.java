// needs Java 17
package shop;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.spanloom.AICall;
import io.spanloom.SpanAttribute;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

class AiCalls {

  @AICall(provider = "openai")
  ChatResponse chat(String question) {
    return null;
  }

  @AICall(
      provider = "anthropic",
      model = "claude-sonnet-4-5",
      operation = AICall.Operation.GENERATE_CONTENT,
      temperature = 0.2,
      phase = "plan")
  <R extends ChatResponse> R plan(@SpanAttribute("gen_ai.agent.name") String agent) {
    return null;
  }

  @AICall(provider = "openai", temperature = 0.5)
  @SpanAttribute(value = "model.name", from = "result.modelName()")
  CompletionStage<ChatResponse> ask(ChatRequest request) {
    return null;
  }

  @AICall(provider = "openai")
  Flow.Publisher<ChatResponse> stream(ChatRequest request) {
    return null;
  }

  @AICall(provider = "openai", model = "gpt-4o", streamSpan = true)
  CompletableFuture<Stream<ChatResponse>> streamLater() {
    return null;
  }

  @AICall(provider = "openai")
  static void handle(StreamingChatResponseHandler handler, long id, ChatRequest request) {}

  record Usage(long inputTokens, long outputTokens) {}

  record Answer(String text, Usage usage) {}

  @AICall(provider = "openai", usage = "result.usage", recordExceptionMessages = true)
  Answer summarize(String text) {
    return null;
  }

  @AICall(provider = "shop", operation = AICall.Operation.EXECUTE_TOOL, temperature = 0)
  String tool(@SpanAttribute("gen_ai.request.model") String model) {
    return model;
  }
}
