package io.spanloom.benchmarks.call;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

/** Orders traced by Spanloom. */
final class SpanloomOrders implements Orders {

  @Override
  @Traced(SPAN)
  public int place(@SpanAttribute(ORDER_ID) String orderId) {
    return orderId.length();
  }
}
