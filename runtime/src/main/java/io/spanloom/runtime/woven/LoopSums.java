package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.spanloom.runtime.AiUsage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The sums of the tokens and costs of several AI calls. A sum is unknown if the number of one call
 * is. Not thread-safe.
 */
final class LoopSums {

  private boolean empty = true;
  private @Nullable Long input = 0L;
  private @Nullable Long output = 0L;
  private @Nullable Long total = 0L;
  private BigDecimal knownCost = BigDecimal.ZERO;
  private boolean costUnknown;

  /** Adds the numbers of a call. */
  void add(AiSummary call) {
    empty = false;
    AiUsage usage = call.usage();
    Long inputTokens = usage.inputTokens();
    boolean onlyInput = call.settings().isEmbedding() && usage.outputTokens() == null;
    Long totalTokens = call.totalTokens();
    input = sum(input, inputTokens);
    output = sum(output, onlyInput ? Long.valueOf(0) : usage.outputTokens());
    total = sum(total, onlyInput && totalTokens == null ? inputTokens : totalTokens);
    Double cost = call.cost();
    if (cost == null) {
      costUnknown = true;
    } else {
      knownCost = knownCost.add(BigDecimal.valueOf(cost));
    }
  }

  /** Adds a call whose numbers are unknown. */
  void addUnknown() {
    empty = false;
    input = null;
    output = null;
    total = null;
    costUnknown = true;
  }

  /** Returns the sum of the costs that are known. */
  BigDecimal knownCost() {
    return knownCost;
  }

  /** Writes the sums to the span of an agent, by names that backends do not add up. */
  void writeTo(Span span) {
    if (!empty) {
      set(span, AiKeys.PROMPT_TOKENS, input);
      set(span, AiKeys.COMPLETION_TOKENS, output);
      set(span, AiKeys.TOTAL_TOKENS, total);
      set(span, AiKeys.COST, costUnknown ? null : Double.valueOf(knownCost.doubleValue()));
    }
  }

  private static <T> void set(Span span, AttributeKey<T> key, @Nullable T value) {
    if (value != null) {
      span.setAttribute(key, value);
    }
  }

  /** Adds two numbers; a sum that overflows is unknown. */
  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    return one == null || other == null || one + other < 0 ? null : Long.valueOf(one + other);
  }
}
