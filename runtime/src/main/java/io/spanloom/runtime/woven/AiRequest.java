package io.spanloom.runtime.woven;

import org.jspecify.annotations.Nullable;

/**
 * Sets the attributes that an AI call's request supplies, before the span starts. Used by the
 * thread that begins the call; values that are null are ignored. Never throws.
 */
public final class AiRequest {

  private final SpanStart start;
  private final @Nullable AiResult call;
  private final AiAttributes names;

  AiRequest(SpanStart start, @Nullable AiResult call) {
    this.start = start;
    this.call = call;
    this.names = call == null ? AiAttributes.GENAI : call.settings.attributes();
  }

  /**
   * Sets {@code gen_ai.request.model}, which the name of the span then contains.
   *
   * @param model the requested model
   */
  public void model(@Nullable String model) {
    if (model != null && !model.isEmpty()) {
      if (call != null) {
        call.requestModel(model);
      }
      if (names.genAi()) {
        start.attribute(AiKeys.REQUEST_MODEL, model);
      }
      if (names.ai()) {
        start.attribute(AiKeys.MODEL, model);
      }
    }
  }

  /**
   * Sets {@code gen_ai.request.temperature}.
   *
   * @param temperature the requested temperature
   */
  public void temperature(@Nullable Number temperature) {
    Double value = decimal(temperature);
    if (names.genAi()) {
      start.attribute(AiKeys.REQUEST_TEMPERATURE, value);
    }
    if (names.ai()) {
      start.attribute(AiKeys.TEMPERATURE, value);
    }
  }

  /**
   * Sets {@code gen_ai.request.top_p}.
   *
   * @param topP the requested cumulative probability
   */
  public void topP(@Nullable Number topP) {
    if (names.genAi()) {
      start.attribute(AiKeys.REQUEST_TOP_P, decimal(topP));
    }
  }

  /**
   * Sets {@code gen_ai.request.max_tokens}.
   *
   * @param maxTokens the largest permitted number of output tokens
   */
  public void maxTokens(@Nullable Number maxTokens) {
    if (names.genAi() && maxTokens != null && maxTokens.longValue() >= 0) {
      start.attribute(AiKeys.REQUEST_MAX_TOKENS, maxTokens.longValue());
    }
  }

  /**
   * Sets {@code ai.prompt.history_size}.
   *
   * @param messages the number of messages in the request
   */
  public void historySize(@Nullable Number messages) {
    if (messages != null) {
      start.attribute(AiKeys.HISTORY_SIZE, messages.longValue());
    }
  }

  /**
   * Logs that a part of the request could not be read. Its attributes are missing.
   *
   * @param failure the exception that an accessor threw, whose message is not logged
   */
  public void unreadable(Throwable failure) {
    TracingFailures.swallowWithoutMessage("reading the request of an AI call", failure);
  }

  /** Converts a number, a float by its decimal digits: 0.2f becomes 0.2. */
  private static @Nullable Double decimal(@Nullable Number number) {
    if (number == null) {
      return null;
    }
    return number instanceof Float ? Double.valueOf(number.toString()) : number.doubleValue();
  }
}
