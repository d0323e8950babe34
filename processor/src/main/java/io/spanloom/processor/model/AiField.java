package io.spanloom.processor.model;

import java.util.List;

/**
 * The meaning of a value that generated code reads from the request or the response of an AI call:
 * the method of the runtime's {@code AiRequest} or {@code AiResult} that receives it.
 */
public enum AiField {
  /** The requested model. */
  REQUEST_MODEL("model", BuiltInAttribute.AI_REQUEST_MODEL),
  /** The requested temperature. */
  TEMPERATURE("temperature", BuiltInAttribute.AI_REQUEST_TEMPERATURE),
  /** The requested cumulative probability of tokens. */
  TOP_P("topP", BuiltInAttribute.AI_TOP_P),
  /** The largest permitted number of output tokens. */
  MAX_TOKENS("maxTokens", BuiltInAttribute.AI_MAX_TOKENS),
  /** The number of messages in the request. */
  HISTORY_SIZE("historySize", BuiltInAttribute.AI_HISTORY_SIZE),

  /** The model that responded. */
  MODEL("model", BuiltInAttribute.AI_RESPONSE_MODEL),
  /** The response's ID. */
  ID("id", BuiltInAttribute.AI_RESPONSE_ID),
  /** A reason why the response ended. */
  FINISH_REASON("finishReason", BuiltInAttribute.AI_FINISH_REASONS),
  /** The number of tool calls; if there is no value, each occurrence is one. */
  TOOL_CALLS("toolCalls", BuiltInAttribute.AI_TOOL_CALLS),
  /** The ID of a tool call, which several chunks of a stream may have. */
  TOOL_CALL_ID("toolCall", BuiltInAttribute.AI_TOOL_CALLS),
  /** The tokens of the request. */
  INPUT("inputTokens", BuiltInAttribute.AI_INPUT_TOKENS),
  /** The tokens of the request, of a client that reports a missing usage as zeros. */
  NONZERO_INPUT("nonzeroInputTokens", BuiltInAttribute.AI_INPUT_TOKENS),
  /** Tokens of the request that {@link #INPUT} does not include. */
  MORE_INPUT("moreInputTokens", BuiltInAttribute.AI_INPUT_TOKENS),
  /** The tokens of the response. */
  OUTPUT("outputTokens", BuiltInAttribute.AI_OUTPUT_TOKENS),
  /** The total as the client reports it. */
  TOTAL("totalTokens", BuiltInAttribute.AI_TOTAL_TOKENS),
  /** The tokens read from the cache that {@link #INPUT} includes. */
  CACHE_READ("cacheReadTokens", BuiltInAttribute.AI_CACHE_READ_TOKENS),
  /** The tokens read from the cache that {@link #INPUT} does not include. */
  SEPARATE_CACHE_READ("separateCacheReadTokens", BuiltInAttribute.AI_CACHE_READ_TOKENS),
  /** The tokens written to the cache that {@link #INPUT} includes. */
  CACHE_CREATION("cacheCreationTokens", BuiltInAttribute.AI_CACHE_CREATION_TOKENS),
  /** The tokens written to the cache that {@link #INPUT} does not include. */
  SEPARATE_CACHE_CREATION("separateCacheCreationTokens", BuiltInAttribute.AI_CACHE_CREATION_TOKENS),
  /** The reasoning tokens that {@link #OUTPUT} includes. */
  REASONING("reasoningTokens", BuiltInAttribute.AI_REASONING_TOKENS),
  /** The reasoning tokens that {@link #OUTPUT} does not include. */
  SEPARATE_REASONING("separateReasoningTokens", BuiltInAttribute.AI_REASONING_TOKENS),
  /** Tokens of audio, which have another price than those of text. */
  AUDIO("audioTokens", BuiltInAttribute.AI_COST),
  /** A kind of content that the tokens stand for, such as text or audio. */
  MODALITY("modality", BuiltInAttribute.AI_COST);

  private final String method;
  private final BuiltInAttribute attribute;

  AiField(String method, BuiltInAttribute attribute) {
    this.method = method;
    this.attribute = attribute;
  }

  /**
   * Returns the method of the runtime that receives the value.
   *
   * @return the method's name
   */
  public String method() {
    return method;
  }

  /**
   * Returns the attribute that the value becomes, or contributes to.
   *
   * @return the attribute
   */
  public BuiltInAttribute attribute() {
    return attribute;
  }

  /**
   * Returns whether the value is a number of used tokens.
   *
   * @return true if the cost depends on it
   */
  public boolean isTokens() {
    return (method.endsWith("Tokens") && this != MAX_TOKENS) || this == MODALITY;
  }

  /**
   * Returns whether the value is a part of a sum, which is unknown without it.
   *
   * @return true for tokens that the provider counts separately
   */
  public boolean isPart() {
    return switch (this) {
      case MORE_INPUT, SEPARATE_CACHE_READ, SEPARATE_CACHE_CREATION, SEPARATE_REASONING -> true;
      default -> false;
    };
  }

  /**
   * Returns the method of the runtime that is called if one of several values is unreadable.
   *
   * @param fields the values
   * @return the method's name
   */
  public static String failureMethod(List<AiField> fields) {
    if (fields.stream().anyMatch(AiField::isPart)) {
      return "unreadableSums";
    }
    return fields.stream().anyMatch(AiField::isTokens) ? "unreadableTokens" : "unreadable";
  }

  /**
   * Returns the field for a provider that counts cached tokens separately from other input.
   *
   * @return the field of separate tokens, or this field if there is none
   */
  public AiField separate() {
    return switch (this) {
      case CACHE_READ -> SEPARATE_CACHE_READ;
      case CACHE_CREATION -> SEPARATE_CACHE_CREATION;
      default -> this;
    };
  }
}
