package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.spanloom.Traced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrdersTest {
  @RegisterExtension static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  @Test
  void tracesMainAndTestClasses() {
    assertEquals("placed o-1", helper());
    assertEquals(2, TELEMETRY.getSpans().size());
    assertEquals("Orders.place", TELEMETRY.getSpans().get(0).getName());
    assertEquals("OrdersTest.helper", TELEMETRY.getSpans().get(1).getName());
    assertEquals(
        TELEMETRY.getSpans().get(1).getSpanId(), TELEMETRY.getSpans().get(0).getParentSpanId());
  }

  @Traced
  private String helper() {
    return new Orders().place("o-1");
  }
}
