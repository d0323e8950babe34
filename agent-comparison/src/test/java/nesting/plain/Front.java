package nesting.plain;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.spanloom.runtime.Spans;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import nesting.traced.Orders;

/** Traced by the agent; calls methods traced by Spanloom. */
final class Front {

  private final Orders orders;

  Front(Orders orders) {
    this.orders = orders;
  }

  @WithSpan
  void place() throws Exception {
    orders.place("o-1");
    Spans.addEvent("placed", Attributes.empty());
  }

  @WithSpan
  CompletableFuture<String> placeLater() {
    return orders.placeLater();
  }

  @WithSpan
  void inAnotherThread(ExecutorService pool) throws Exception {
    orders.inAnotherThread(pool, this::inner);
  }

  @WithSpan
  void byHand() {
    orders.byHand(this::inner);
  }

  @WithSpan
  void alone() {
    orders.alone(this::inner);
  }

  @WithSpan
  void fail() {
    orders.fail();
  }

  @WithSpan
  void inner() {}
}
