package io.spanloom.telemetry.view.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;

/**
 * The tokens and the cost of calls to AI models.
 *
 * @param inputTokens {@code gen_ai.usage.input_tokens}, or else {@code ai.usage.prompt_tokens}
 * @param outputTokens {@code gen_ai.usage.output_tokens}, or else {@code
 *     ai.usage.completion_tokens}
 * @param costUsd {@code ai.cost.estimated_usd}; 0 if unknown
 */
public record AiTotals(long inputTokens, long outputTokens, double costUsd) {

  /** No usage. */
  static final AiTotals NONE = new AiTotals(0, 0, 0);

  /** Returns the usage in a span's attributes; invalid values count as 0. */
  public static AiTotals of(Attributes attributes) {
    Double cost = attributes.get(SpanKeys.COST);
    return new AiTotals(
        count(attributes, SpanKeys.INPUT_TOKENS, SpanKeys.PROMPT_TOKENS),
        count(attributes, SpanKeys.OUTPUT_TOKENS, SpanKeys.COMPLETION_TOKENS),
        cost == null || !Double.isFinite(cost) ? 0 : Math.max(0, cost));
  }

  private static long count(
      Attributes attributes, AttributeKey<Long> key, AttributeKey<Long> otherKey) {
    Long tokens = attributes.get(key);
    Long known = tokens == null ? attributes.get(otherKey) : tokens;
    return known == null ? 0 : Math.max(0, known);
  }

  boolean isNone() {
    return equals(NONE);
  }

  /** Returns the keys of the attributes that {@link #text()} already covers. */
  Set<AttributeKey<?>> coveredKeys() {
    return inputTokens + outputTokens == 0
        ? Set.of()
        : Set.of(
            SpanKeys.INPUT_TOKENS,
            SpanKeys.OUTPUT_TOKENS,
            SpanKeys.PROMPT_TOKENS,
            SpanKeys.COMPLETION_TOKENS,
            SpanKeys.TOTAL_TOKENS,
            SpanKeys.COST);
  }

  AiTotals plus(AiTotals other) {
    return new AiTotals(
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        costUsd + other.costUsd);
  }

  /** Returns a summary such as {@code 1,200 in + 80 out tokens, ~$0.00023}, or an empty string. */
  public String text() {
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
