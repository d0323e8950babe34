package io.spanloom.telemetry.view;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What calls of AI models used.
 *
 * @param inputTokens {@code gen_ai.usage.input_tokens}
 * @param outputTokens {@code gen_ai.usage.output_tokens}
 * @param costUsd {@code ai.cost.estimated_usd}; 0 where it is not known
 */
record AiUsage(long inputTokens, long outputTokens, double costUsd) {

  static final AiUsage NONE = new AiUsage(0, 0, 0);

  /** Returns what a span says of itself. */
  static AiUsage of(Attributes attributes) {
    Double cost = attributes.get(Keys.COST);
    return new AiUsage(
        count(attributes.get(Keys.INPUT_TOKENS)),
        count(attributes.get(Keys.OUTPUT_TOKENS)),
        cost == null || !Double.isFinite(cost) ? 0 : Math.max(0, cost));
  }

  private static long count(@Nullable Long tokens) {
    return tokens == null ? 0 : Math.max(0, tokens);
  }

  boolean isNone() {
    return equals(NONE);
  }

  /** Returns the attributes that say nothing beside {@link #text()}. */
  Set<AttributeKey<?>> keys() {
    return inputTokens + outputTokens == 0
        ? Set.of()
        : Set.of(Keys.INPUT_TOKENS, Keys.OUTPUT_TOKENS, Keys.TOTAL_TOKENS, Keys.COST);
  }

  AiUsage plus(AiUsage other) {
    return new AiUsage(
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        costUsd + other.costUsd);
  }

  /** Returns it in words, such as {@code 1,200 in + 80 out tokens, ~$0.00023}; empty for none. */
  String text() {
    String tokens = tokens();
    if (costUsd == 0) {
      return tokens;
    }
    return (tokens.isEmpty() ? "" : tokens + ", ") + "~$" + dollars();
  }

  private String tokens() {
    if (outputTokens == 0) {
      return inputTokens == 0 ? "" : String.format(Locale.ROOT, "%,d in tokens", inputTokens);
    }
    return String.format(Locale.ROOT, "%,d in + %,d out tokens", inputTokens, outputTokens);
  }

  private String dollars() {
    BigDecimal exact = new BigDecimal(costUsd);
    BigDecimal rounded =
        costUsd >= 1
            ? exact.setScale(2, RoundingMode.HALF_UP)
            : exact.round(new MathContext(2, RoundingMode.HALF_UP));
    return rounded.toPlainString();
  }
}
