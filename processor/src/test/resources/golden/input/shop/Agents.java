// needs Java 17
package shop;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.spanloom.AICall;
import io.spanloom.SpanAttribute;
import java.util.concurrent.CompletionStage;

class Agents {

  @AICall(
      provider = "openai",
      operation = AICall.Operation.INVOKE_AGENT,
      name = "support",
      maxIterations = 10,
      maxCostUsd = 0.25)
  ChatResponse support(String question) {
    return null;
  }

  @AICall(provider = "openai", operation = AICall.Operation.INVOKE_AGENT, maxCostUsd = 1)
  CompletionStage<String> plan(@SpanAttribute("gen_ai.agent.name") String agent) {
    return null;
  }

  @Tool("Returns the weather in a city.")
  @AICall(operation = AICall.Operation.EXECUTE_TOOL)
  String weather(String city) {
    return null;
  }

  @Tool(name = "find_order")
  @AICall(operation = AICall.Operation.EXECUTE_TOOL)
  long order(@SpanAttribute("gen_ai.tool.call.id") String call) {
    return 0;
  }

  @AICall(operation = AICall.Operation.EXECUTE_TOOL, provider = "openai", name = "refund")
  void tool() {}

  @AICall(operation = AICall.Operation.EXECUTE_TOOL)
  String any(@SpanAttribute("gen_ai.tool.name") String name) {
    return null;
  }
}
