package io.spanloom.benchmarks.call;

/** The measured method; its body is trivial, so that the time is that of the tracing. */
interface Orders {

  /** The name of the method's span. */
  String SPAN = "Orders.place";

  /** The key of the parameter's attribute. */
  String ORDER_ID = "order.id";

  int place(String orderId);
}
