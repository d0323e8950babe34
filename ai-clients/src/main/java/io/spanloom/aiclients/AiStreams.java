package io.spanloom.aiclients;

import java.util.ArrayList;
import java.util.List;

/**
 * The server-sent events of successful streams in the wire formats of AI providers. Each stream
 * contains a text in two chunks, and the numbers of tokens that it names.
 */
public final class AiStreams {

  private AiStreams() {}

  /**
   * Returns a stream of OpenAI's chat completions, with the tokens of {@link AiReplies#openAiChat}
   * in the last of five chunks.
   *
   * @param model the model
   * @param text the content of the message
   * @return the events
   */
  public static List<String> openAiChat(String model, String text) {
    List<String> events = new ArrayList<>(openAiChatWithoutUsage(model, text));
    events.add(
        events.size() - 1,
        openAiChunk(
            model,
            "",
            """
            {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200, \
            "prompt_tokens_details": {"cached_tokens": 400}, \
            "completion_tokens_details": {"reasoning_tokens": 50}}\
            """));
    return events;
  }

  /**
   * Returns a stream of OpenAI's chat completions in four chunks, to a request without {@code
   * include_usage}.
   *
   * @param model the model
   * @param text the content of the message
   * @return the events
   */
  public static List<String> openAiChatWithoutUsage(String model, String text) {
    return List.of(
        openAiChunk(
            model, openAiChoice("{\"role\": \"assistant\", \"content\": \"\"}", "null"), "null"),
        openAiChunk(model, openAiChoice("{\"content\": \"%s\"}".formatted(text), "null"), "null"),
        openAiChunk(model, openAiChoice("{\"content\": \"%s\"}".formatted(text), "null"), "null"),
        openAiChunk(model, openAiChoice("{}", "\"stop\""), "null"),
        "data: [DONE]");
  }

  private static String openAiChoice(String delta, String finishReason) {
    return "{\"index\": 0, \"delta\": %s, \"finish_reason\": %s}".formatted(delta, finishReason);
  }

  private static String openAiChunk(String model, String choice, String usage) {
    return """
    data: {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, \
    "model": "%s", "choices": [%s], "usage": %s}\
    """
        .formatted(model, choice, usage);
  }
}
