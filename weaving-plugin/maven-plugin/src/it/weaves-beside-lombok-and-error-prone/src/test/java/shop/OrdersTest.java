package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrdersTest {
  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  @Test
  void readsGeneratedGetter() {
    assertEquals(
        "placed o-1", new Orders().place(Orders.Order.builder().id("o-1").quantity(2).build()));

    assertEquals(1, TELEMETRY.getSpans().size());
    assertEquals(
        "o-1", TELEMETRY.getSpans().get(0).getAttributes().get(AttributeKey.stringKey("order.id")));
  }
}
