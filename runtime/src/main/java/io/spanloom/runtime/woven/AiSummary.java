package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.spanloom.runtime.AiUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of an AI call, final when it ends.
 *
 * @param settings the settings of the site
 * @param requestModel the requested model, or null
 * @param responseModel the model that responded, or null
 * @param id the response's ID, or null
 * @param finishReasons the reasons why the response ended
 * @param usage the numbers of tokens
 * @param reportedTotal the total that the client reports, or null
 * @param toolCalls the number of tool calls that the model requests
 * @param cost the estimated cost in US dollars, or null if it is unknown
 * @param stream the times of a stream, or null if the response is not a stream
 */
record AiSummary(
    AiSettings settings,
    @Nullable String requestModel,
    @Nullable String responseModel,
    @Nullable String id,
    List<String> finishReasons,
    AiUsage usage,
    @Nullable Long reportedTotal,
    long toolCalls,
    @Nullable Double cost,
    @Nullable AiStream stream) {

  /** Writes the attributes to a span that has not ended. */
  void writeTo(Span span) {
    AiAttributes names = settings.attributes();
    if (names.genAi()) {
      set(span, AiKeys.RESPONSE_MODEL, truncated(responseModel));
      set(span, AiKeys.RESPONSE_ID, truncated(id));
      set(span, AiKeys.FINISH_REASONS, finishReasons.isEmpty() ? null : finishReasons);
    }
    if (names.ai()) {
      set(span, AiKeys.MODEL, truncated(responseModel));
    }
    if (!settings.isAgent()) {
      writeUsageTo(span, names);
    }
    if (requestModel != null && settings.model() == null && settings.isModelCall()) {
      span.updateName(AiConstants.name(settings, requestModel));
    }
  }

  private void writeUsageTo(Span span, AiAttributes names) {
    if (names.genAi()) {
      set(span, AiKeys.INPUT_TOKENS, usage.inputTokens());
      set(span, AiKeys.OUTPUT_TOKENS, usage.outputTokens());
      set(span, AiKeys.CACHE_READ_TOKENS, usage.cacheReadTokens());
      set(span, AiKeys.CACHE_CREATION_TOKENS, usage.cacheCreationTokens());
      set(span, AiKeys.REASONING_TOKENS, usage.reasoningTokens());
    }
    if (names.ai()) {
      set(span, AiKeys.PROMPT_TOKENS, usage.inputTokens());
      set(span, AiKeys.COMPLETION_TOKENS, usage.outputTokens());
    }
    set(span, AiKeys.TOTAL_TOKENS, totalTokens());
    set(span, AiKeys.TOOL_CALLS, toolCalls == 0 ? null : toolCalls);
    set(span, AiKeys.COST, cost);
    if (stream != null) {
      stream.writeTo(span, names);
    }
  }

  /** Returns whether any number of tokens is known. */
  boolean hasUsage() {
    return usage.inputTokens() != null || usage.outputTokens() != null || reportedTotal != null;
  }

  AiSummary withoutUsage() {
    AiUsage none = new AiUsage(null, null, null, null, null);
    return new AiSummary(
        settings,
        requestModel,
        responseModel,
        id,
        finishReasons,
        none,
        null,
        toolCalls,
        null,
        stream);
  }

  AiSummary withoutCost() {
    return new AiSummary(
        settings,
        requestModel,
        responseModel,
        id,
        finishReasons,
        usage,
        reportedTotal,
        toolCalls,
        null,
        stream);
  }

  /** Returns the sum of input and output, or the number that the client reports. */
  @Nullable Long totalTokens() {
    Long sum = usage.totalTokens();
    return sum == null ? reportedTotal : sum;
  }

  private static @Nullable String truncated(@Nullable String text) {
    return text == null ? null : TextLimit.truncate(text);
  }

  private static <T> void set(Span span, AttributeKey<T> key, @Nullable T value) {
    if (value != null) {
      span.setAttribute(key, value);
    }
  }
}
