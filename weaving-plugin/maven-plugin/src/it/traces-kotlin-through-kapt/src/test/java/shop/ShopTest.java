package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CompletableDeferredKt;
import kotlinx.coroutines.flow.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShopTest {
  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  @Test
  void tracesKotlinAndJava() {
    assertEquals(5, new Shop().sell("o1", new Item("pen", 3)));

    List<SpanData> spans = TELEMETRY.getSpans();
    SpanData reserve = spans.get(0);
    SpanData sell = spans.get(1);
    assertEquals("Stock.reserve", reserve.getName());
    assertEquals(3, reserve.getAttributes().get(AttributeKey.longKey("item.size")));
    assertEquals("Shop.sell", sell.getName());
    assertEquals("pen", sell.getAttributes().get(AttributeKey.stringKey("item.name")));
    assertEquals(sell.getSpanId(), reserve.getParentSpanId());
  }

  @Test
  void tracesMethodsOfAnnotatedClass() {
    Counter counter = new Counter(1);
    assertEquals(3, counter.add(2));
    assertEquals(3, counter.getCount());

    assertEquals(List.of("Counter.add"), names());
  }

  @Test
  void endsSpansWithResultsOfCoroutines() {
    CompletableDeferred<String> arrival = CompletableDeferredKt.CompletableDeferred(null);
    CompletableDeferred<String> tour = CompletableDeferredKt.CompletableDeferred(null);
    Courier courier = new Courier();
    courier.arrival(arrival);
    courier.tour(tour);
    Flow<Integer> stops = courier.stops();
    assertEquals(List.of(), names());

    arrival.complete("here");
    assertEquals(List.of("Courier.arrival"), names());
    tour.complete("done");
    assertEquals(List.of("Courier.arrival", "Courier.tour"), names());
    assertEquals(List.of(1, 2), Courier.collect(stops));
    assertEquals(List.of("Courier.arrival", "Courier.tour", "Courier.stops"), names());
  }

  private static List<String> names() {
    return TELEMETRY.getSpans().stream().map(SpanData::getName).toList();
  }
}
