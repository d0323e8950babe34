package io.spanloom.benchmarks.call;

/** The method without tracing. */
final class UntracedOrders implements Orders {

  @Override
  public int place(String orderId) {
    return orderId.length();
  }
}
