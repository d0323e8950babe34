package shop;

import io.spanloom.testing.RecordSpans;
import io.spanloom.testing.RecordedSpans;
import org.junit.jupiter.api.Test;

@RecordSpans
class OrdersTest {

  @Test
  void tracesOrder(RecordedSpans spans) {
    new Orders().place(Order.builder().id("o-1").quantity(3).build());

    spans.assertTree(
        """
        Orders.place {order.id=o-1, quantity=3}
          Orders.reserve
        """);
  }
}
