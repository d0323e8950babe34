package shop;

import io.spanloom.testing.RecordSpans;
import io.spanloom.testing.RecordedSpans;
import org.junit.jupiter.api.Test;

@RecordSpans
class OrdersTest {

  @Test
  void tracesOrder(RecordedSpans spans) {
    new Orders().place("o-1", 3);

    spans.assertTree(
        """
        Orders.place {order.id=o-1, quantity=3}
          Orders.reserve
        """);
  }
}
