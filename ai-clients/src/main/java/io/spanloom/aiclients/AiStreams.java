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

  /**
   * Returns the two chunks in which OpenAI's chat completions stream a tool call.
   *
   * @param model the model
   * @param text the content of the tool's argument
   * @return the events, which come before the last two of a stream
   */
  public static List<String> openAiToolCall(String model, String text) {
    String first =
        "{\"tool_calls\": [{\"index\": 0, \"id\": \"call-1\", \"type\": \"function\","
            + " \"function\": {\"name\": \"find\", \"arguments\": \"\"}}]}";
    String second =
        "{\"tool_calls\": [{\"index\": 0, \"function\": {\"arguments\": \"%s\"}}]}".formatted(text);
    return List.of(
        openAiChunk(model, openAiChoice(first, "null"), "null"),
        openAiChunk(model, openAiChoice(second, "null"), "null"));
  }

  /**
   * Returns a stream of OpenAI's responses in three events, the last of which is {@link
   * AiReplies#openAiResponse}.
   *
   * @param model the model
   * @param text the content of the message
   * @return the events
   */
  public static List<String> openAiResponse(String model, String text) {
    String complete = onOneLine(AiReplies.openAiResponse(model, text));
    String created =
        complete
            .replace(
                "\"status\": \"completed\", \"model\"", "\"status\": \"in_progress\", \"model\"")
            .replaceFirst("\"output\": \\[.*?\\], \"parallel", "\"output\": [], \"parallel")
            .replaceFirst("\"usage\": .*", "\"usage\": null}");
    return List.of(
        event("response.created", "\"sequence_number\": 0, \"response\": " + created),
        event(
            "response.output_text.delta",
            "\"sequence_number\": 1, \"item_id\": \"msg_1\", \"output_index\": 0,"
                + " \"content_index\": 0, \"logprobs\": [], \"delta\": \"%s\"".formatted(text)),
        event("response.completed", "\"sequence_number\": 2, \"response\": " + complete));
  }

  /**
   * Returns a stream of Anthropic's messages in nine events, with the tokens of {@link
   * AiReplies#anthropicMessage}: those of the input in the first event, the others in the last but
   * one.
   *
   * @param model the model
   * @param text the content of the message and of the tool's argument
   * @return the events
   */
  public static List<String> anthropicMessage(String model, String text) {
    return List.of(
        event(
            "message_start",
            """
            "message": {"id": "msg_1", "type": "message", "role": "assistant", "model": "%s", \
            "content": [], "stop_reason": null, "stop_sequence": null, "usage": \
            {"input_tokens": 600, "cache_read_input_tokens": 300, \
            "cache_creation_input_tokens": 100, "output_tokens": 1}}\
            """
                .formatted(model)),
        block("content_block_start", 0, "content_block", "{\"type\": \"text\", \"text\": \"\"}"),
        block(
            "content_block_delta",
            0,
            "delta",
            "{\"type\": \"text_delta\", \"text\": \"%s\"}".formatted(text)),
        event("content_block_stop", "\"index\": 0"),
        block(
            "content_block_start",
            1,
            "content_block",
            "{\"type\": \"tool_use\", \"id\": \"toolu_1\", \"name\": \"find\", \"input\": {}}"),
        block(
            "content_block_delta",
            1,
            "delta",
            "{\"type\": \"input_json_delta\", \"partial_json\": \"\\\"%s\\\"\"}".formatted(text)),
        event("content_block_stop", "\"index\": 1"),
        event(
            "message_delta",
            "\"delta\": {\"stop_reason\": \"tool_use\", \"stop_sequence\": null},"
                + " \"usage\": {\"output_tokens\": 200}"),
        event("message_stop", "\"stopped\": true"));
  }

  private static String block(String type, int index, String member, String value) {
    return event(type, "\"index\": %d, \"%s\": %s".formatted(index, member, value));
  }

  private static String event(String type, String members) {
    return "event: %s\ndata: {\"type\": \"%s\", %s}".formatted(type, type, members);
  }

  /**
   * Returns a stream of Gemini in two chunks, with increasing numbers of output tokens, and in the
   * last one those of {@link AiReplies#geminiContent}.
   *
   * @param model the model
   * @param text the content of the message and of the tool's argument
   * @return the events
   */
  public static List<String> geminiContent(String model, String text) {
    return List.of(
        """
        data: {"responseId": "gemini-1", "modelVersion": "%s", "candidates": [{"index": 0, \
        "content": {"role": "model", "parts": [{"text": "%s"}]}}], "usageMetadata": \
        {"promptTokenCount": 900, "candidatesTokenCount": 10, "totalTokenCount": 910}}\
        """
            .formatted(model, text),
        "data: " + onOneLine(AiReplies.geminiContent(model, text)));
  }

  private static String onOneLine(String json) {
    return json.strip().replaceAll("\\s*\n\\s*", " ");
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
