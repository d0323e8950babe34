package io.spanloom.benchmarks.call;

/** The method that is measured; its body is so short that what is measured is the tracing. */
interface Orders {

  /** The name of the method's spans. */
  String SPAN = "Orders.place";

  /** The attribute that is its parameter. */
  String ORDER_ID = "order.id";

  int place(String orderId);
}
