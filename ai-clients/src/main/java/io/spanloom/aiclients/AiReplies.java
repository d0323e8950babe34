package io.spanloom.aiclients;

/**
 * The bodies of successful replies in the wire formats of AI providers. Each contains a text and a
 * tool call with an argument, and the numbers of tokens that it names.
 */
public final class AiReplies {

  private AiReplies() {}

  /**
   * Returns a reply of OpenAI's chat completions: 1000 input tokens, of which 400 are cached, and
   * 200 output tokens, of which 50 are for reasoning.
   *
   * @param model the model
   * @param text the content of the message and of the tool's argument
   * @return the body
   */
  public static String openAiChat(String model, String text) {
    return openAiChat(
        model,
        text,
        """
        {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200,
          "prompt_tokens_details": {"cached_tokens": 400},
          "completion_tokens_details": {"reasoning_tokens": 50}}\
        """);
  }

  /**
   * Returns a reply of OpenAI's chat completions.
   *
   * @param model the model
   * @param text the content of the message and of the tool's argument
   * @param usage the value of {@code usage}
   * @return the body
   */
  public static String openAiChat(String model, String text, String usage) {
    return """
    {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "%s",
      "choices": [{"index": 0, "finish_reason": "tool_calls", "logprobs": null,
        "message": {"role": "assistant", "content": "%s", "refusal": null,
          "tool_calls": [{"id": "call-1", "type": "function",
            "function": {"name": "find", "arguments": "{\\"text\\": \\"%s\\"}"}}]}}],
      "usage": %s}
    """
        .formatted(model, text, text, usage);
  }

  /**
   * Returns a reply of OpenAI's chat completions with the tokens of {@link #openAiChat(String,
   * String)}, but without a tool call.
   *
   * @param model the model
   * @param text the content of the message
   * @return the body
   */
  public static String openAiChatWithoutTools(String model, String text) {
    return openAiChat(model, text)
        .replaceAll("(?s),\\s*\"tool_calls\": \\[.*?\\}\\}\\]", "")
        .replace("\"tool_calls\"", "\"stop\"");
  }

  /**
   * Returns a reply of OpenAI's responses, with the tokens of {@link #openAiChat(String, String)}.
   *
   * @param model the model
   * @param text the content of the message and of the tool's argument
   * @return the body
   */
  public static String openAiResponse(String model, String text) {
    return """
    {"id": "resp_1", "object": "response", "created_at": 1, "status": "completed", "model": "%s",
      "output": [
        {"type": "message", "id": "msg_1", "status": "completed", "role": "assistant",
          "content": [{"type": "output_text", "text": "%s", "annotations": []}]},
        {"type": "function_call", "id": "fc_1", "call_id": "call-1", "name": "find",
          "status": "completed", "arguments": "{\\"text\\": \\"%s\\"}"}],
      "parallel_tool_calls": true, "tool_choice": "auto", "tools": [], "temperature": 1.0,
      "top_p": 1.0, "error": null, "incomplete_details": null, "instructions": null,
      "metadata": {},
      "usage": {"input_tokens": 1000, "input_tokens_details": {"cached_tokens": 400},
        "output_tokens": 200, "output_tokens_details": {"reasoning_tokens": 50},
        "total_tokens": 1200}}
    """
        .formatted(model, text, text);
  }

  /**
   * Returns a reply of OpenAI's embeddings: 500 input tokens.
   *
   * @param model the model
   * @return the body
   */
  public static String openAiEmbedding(String model) {
    return """
    {"object": "list", "model": "%s",
      "data": [{"object": "embedding", "index": 0, "embedding": [0.25, 0.5]}],
      "usage": {"prompt_tokens": 500, "total_tokens": 500}}
    """
        .formatted(model);
  }

  /**
   * Returns a reply of Anthropic's messages: 1000 input tokens, of which 300 are read from and 100
   * written to the cache, and 200 output tokens.
   *
   * @param model the model
   * @param text the content of the message and of the tool's argument
   * @return the body
   */
  public static String anthropicMessage(String model, String text) {
    return """
    {"id": "msg_1", "type": "message", "role": "assistant", "model": "%s",
      "content": [{"type": "text", "text": "%s", "citations": null},
        {"type": "tool_use", "id": "toolu_1", "name": "find", "input": {"text": "%s"}}],
      "stop_reason": "tool_use", "stop_sequence": null,
      "usage": {"input_tokens": 600, "cache_read_input_tokens": 300,
        "cache_creation_input_tokens": 100, "output_tokens": 200}}
    """
        .formatted(model, text, text);
  }

  /**
   * Returns a reply of Gemini: 1000 input tokens, of which 100 are for tool results and 400 are
   * cached, and 200 output tokens, of which 50 are for reasoning.
   *
   * @param model the model
   * @param text the content of the message and of the tool's argument
   * @return the body
   */
  public static String geminiContent(String model, String text) {
    return """
    {"responseId": "gemini-1", "modelVersion": "%s",
      "candidates": [{"index": 0, "finishReason": "STOP",
        "content": {"role": "model", "parts": [{"text": "%s"},
          {"functionCall": {"name": "find", "args": {"text": "%s"}}}]}}],
      "usageMetadata": {"promptTokenCount": 900, "toolUsePromptTokenCount": 100,
        "cachedContentTokenCount": 400, "candidatesTokenCount": 150, "thoughtsTokenCount": 50,
        "totalTokenCount": 1200}}
    """
        .formatted(model, text, text);
  }

  /**
   * Returns a reply of Bedrock's Converse, with the tokens of {@link #anthropicMessage}.
   *
   * @param text the content of the message and of the tool's argument
   * @return the body
   */
  public static String bedrockConverse(String text) {
    return """
    {"output": {"message": {"role": "assistant", "content": [{"text": "%s"},
        {"toolUse": {"toolUseId": "tool-1", "name": "find", "input": {"text": "%s"}}}]}},
      "stopReason": "tool_use", "metrics": {"latencyMs": 10},
      "usage": {"inputTokens": 600, "cacheReadInputTokens": 300, "cacheWriteInputTokens": 100,
        "outputTokens": 200, "totalTokens": 1200}}
    """
        .formatted(text, text);
  }
}
