package io.spanloom.telemetry.sampling;

import java.math.BigDecimal;

/**
 * The share of the matching traces that a rule samples.
 *
 * @param ratio the ratio of sampled traces, from 0 to 1
 * @param perSecond the maximum number of sampled traces per second, or infinity
 */
record RuleDecision(double ratio, double perSecond) {

  boolean isLimited() {
    return perSecond != Double.POSITIVE_INFINITY;
  }

  /** Returns the decision in the syntax of rules. */
  @Override
  public String toString() {
    if (!isLimited()) {
      return format(ratio);
    }
    return (ratio == 1 ? "" : format(ratio) + ", ") + format(perSecond) + "/s";
  }

  private static String format(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
