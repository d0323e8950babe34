package shop;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spanloom.testing.RecordSpans;
import io.spanloom.testing.RecordedSpans;
import org.junit.jupiter.api.Test;

@RecordSpans
class OrderServiceTest {

  private final OrderService service = new OrderService();

  @Test
  void placeReservesStock(RecordedSpans spans) {
    service.place(7, 3);

    spans.assertTree(
        """
        OrderService.place {order.id=7}
          stock.reserve CLIENT {order.quantity=3}
        """);
  }

  @Test
  void placeFailsIfStockIsTooLow(RecordedSpans spans) {
    assertThrows(IllegalArgumentException.class, () -> service.place(7, 101));

    spans
        .tree()
        .withoutAttributes("order.id", "order.quantity")
        .assertIs(
            """
            OrderService.place {error.type=java.lang.IllegalArgumentException} ERROR
              stock.reserve CLIENT {error.type=java.lang.IllegalArgumentException} ERROR
            """);
  }

  @Test
  void shipSpanEndsWithItsResult(RecordedSpans spans) {
    service.ship(7);

    assertThat(spans.await("OrderService.ship"))
        .hasNoParent()
        .hasAttribute(longKey("order.id"), 7L);
  }
}
