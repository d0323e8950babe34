package io.spanloom.telemetry.sampling;

import java.math.BigDecimal;

/**
 * How many of the traces that a rule is about are kept.
 *
 * @param ratio the part of them, from 0 to 1
 * @param perSecond how many of that part in a second, or infinity
 */
record Decision(double ratio, double perSecond) {

  boolean isLimited() {
    return perSecond != Double.POSITIVE_INFINITY;
  }

  @Override
  public String toString() {
    if (!isLimited()) {
      return plain(ratio);
    }
    return (ratio == 1 ? "" : plain(ratio) + ", ") + plain(perSecond) + "/s";
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
