package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrdersTest {
  @RegisterExtension static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  @Test
  void tracesNamedModule() {
    assertTrue(Orders.class.getModule().isNamed());
    assertEquals("placed o-1", new Orders().place("o-1"));
    assertEquals(1, TELEMETRY.getSpans().size());
    assertEquals("Orders.place", TELEMETRY.getSpans().get(0).getName());
  }
}
