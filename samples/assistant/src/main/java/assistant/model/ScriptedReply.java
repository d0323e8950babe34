package assistant.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The reply of the embedded model. If a question names a material, the model looks up its price
 * before it answers.
 *
 * @param chunks the chunks of the streamed completion, in OpenAI's format
 */
record ScriptedReply(List<JsonNode> chunks) {

  private static final Pattern MATERIAL = Pattern.compile("(?i)tiles|paint|parquet|plaster");
  private static final int CHARACTERS_PER_TOKEN = 4;

  /**
   * Returns the reply to a request.
   *
   * @param request the body of the request
   * @return the reply
   */
  static ScriptedReply to(JsonNode request) {
    JsonNode messages = request.path("messages");
    JsonNode last = messages.path(messages.size() - 1);
    String text = last.path("content").asText();
    Matcher material = MATERIAL.matcher(text);
    Chunks chunks = new Chunks(request.path("model").asText(), tokens(messages.toString()));
    if (last.path("role").asText().equals("tool")) {
      return chunks.answer("The list says " + text + ". Buy ten percent more than you measured.");
    }
    if (material.find()) {
      return chunks.toolCall(
          "price", "{\"material\":\"" + material.group().toLowerCase(Locale.ROOT) + "\"}");
    }
    return chunks.answer("Measure twice, then start with the ceiling and end with the floor.");
  }

  private static int tokens(String text) {
    return Math.max(1, text.length() / CHARACTERS_PER_TOKEN);
  }

  /** Builds the chunks of one completion. */
  private static final class Chunks {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String model;
    private final int inputTokens;
    private final List<JsonNode> chunks = new ArrayList<>();

    Chunks(String model, int inputTokens) {
      this.model = model;
      this.inputTokens = inputTokens;
    }

    ScriptedReply answer(String text) {
      for (String word : text.split("(?<= )", -1)) {
        add(NODES.objectNode().put("content", word), null);
      }
      return end("stop", tokens(text));
    }

    ScriptedReply toolCall(String name, String arguments) {
      ObjectNode call = NODES.objectNode().put("index", 0).put("id", "call_1");
      call.put("type", "function").putObject("function").put("name", name).put("arguments", "");
      addToolCall(call);
      ObjectNode rest = NODES.objectNode().put("index", 0);
      rest.putObject("function").put("arguments", arguments);
      addToolCall(rest);
      return end("tool_calls", tokens(arguments));
    }

    private void addToolCall(ObjectNode call) {
      ObjectNode delta = NODES.objectNode();
      delta.putArray("tool_calls").add(call);
      add(delta, null);
    }

    private ScriptedReply end(String finishReason, int outputTokens) {
      add(NODES.objectNode(), finishReason);
      ObjectNode usage = chunk();
      usage.putArray("choices");
      usage
          .putObject("usage")
          .put("prompt_tokens", inputTokens)
          .put("completion_tokens", outputTokens)
          .put("total_tokens", inputTokens + outputTokens);
      chunks.add(usage);
      return new ScriptedReply(List.copyOf(chunks));
    }

    private void add(ObjectNode delta, @Nullable String finishReason) {
      ObjectNode chunk = chunk();
      ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
      choice.put("finish_reason", finishReason).set("delta", delta);
      chunks.add(chunk);
    }

    private ObjectNode chunk() {
      return NODES
          .objectNode()
          .put("id", "chatcmpl-1")
          .put("object", "chat.completion.chunk")
          .put("model", model);
    }
  }
}
