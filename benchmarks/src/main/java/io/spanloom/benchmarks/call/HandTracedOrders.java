package io.spanloom.benchmarks.call;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/** The method traced by hand as OpenTelemetry's documentation recommends. */
final class HandTracedOrders implements Orders {

  private static final AttributeKey<String> ORDER_ID_KEY = AttributeKey.stringKey(ORDER_ID);
  private static final AttributeKey<String> CODE_FUNCTION_NAME =
      AttributeKey.stringKey("code.function.name");

  /** The name of Spanloom's method, so that both spans have equal attributes. */
  private static final String FUNCTION = "io.spanloom.benchmarks.call.SpanloomOrders.place";

  private final Tracer tracer;

  HandTracedOrders(Tracer tracer) {
    this.tracer = tracer;
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
    try (Scope scope = span.makeCurrent()) {
      assert scope != null; // avoids javac's warning about an unused resource
      return orderId.length();
    } catch (Throwable error) {
      span.recordException(error);
      span.setStatus(StatusCode.ERROR);
      throw error;
    } finally {
      span.end();
    }
  }
}
