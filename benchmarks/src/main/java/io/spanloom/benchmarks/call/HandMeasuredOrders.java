package io.spanloom.benchmarks.call;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.List;

/** The method traced by hand, with a histogram of its durations that is recorded in its span. */
final class HandMeasuredOrders implements Orders {

  private static final AttributeKey<String> ORDER_ID_KEY = AttributeKey.stringKey(ORDER_ID);
  private static final AttributeKey<String> CODE_FUNCTION_NAME =
      AttributeKey.stringKey("code.function.name");

  /** The name of Spanloom's method, so that both spans and both metrics have equal attributes. */
  private static final String FUNCTION = "io.spanloom.benchmarks.call.SpanloomOrders.place";

  private static final Attributes MEASURED =
      Attributes.of(AttributeKey.stringKey("span.name"), SPAN, CODE_FUNCTION_NAME, FUNCTION);

  private final Tracer tracer;
  private final DoubleHistogram histogram;

  HandMeasuredOrders(Tracer tracer, Meter meter) {
    this.tracer = tracer;
    this.histogram =
        meter
            .histogramBuilder("orders.place.duration")
            .setUnit("s")
            .setExplicitBucketBoundariesAdvice(
                List.of(
                    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5,
                    10.0))
            .build();
  }

  @Override
  public int place(String orderId) {
    Span span =
        tracer
            .spanBuilder(SPAN)
            .setSpanKind(SpanKind.INTERNAL)
            .setAttribute(ORDER_ID_KEY, orderId)
            .setAttribute(CODE_FUNCTION_NAME, FUNCTION)
            .startSpan();
    Attributes measured = MEASURED;
    long start = System.nanoTime();
    try (Scope scope = span.makeCurrent()) {
      assert scope != null; // avoids javac's warning about an unused resource
      try {
        return orderId.length();
      } catch (Throwable error) {
        span.recordException(error);
        span.setStatus(StatusCode.ERROR);
        measured = MEASURED.toBuilder().put("error.type", error.getClass().getName()).build();
        throw error;
      } finally {
        histogram.record((System.nanoTime() - start) / 1e9, measured);
      }
    } finally {
      span.end();
    }
  }
}
