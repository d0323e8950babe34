package io.spanloom.telemetry.start;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.telemetry.delivery.SpanDelivery;

/**
 * Loads the classes that the first spans of a process use, which would otherwise lengthen these
 * spans by tens of milliseconds. The spans of the warm-up belong to a separate SDK that exports
 * nothing.
 */
final class WarmUp {

  private static final AttributeKey<String> KEY = AttributeKey.stringKey("warm.up");

  private WarmUp() {}

  /** Creates a failed span in another span, with each kind of data. */
  static void run(ConfigProperties config) {
    SdkMeterProvider meters =
        new SpanDelivery(config).observeQueue(SdkMeterProvider.builder()).build();
    BatchSpanProcessor processor =
        BatchSpanProcessor.builder(SpanExporter.composite()).setMeterProvider(() -> meters).build();
    try (SdkTracerProvider tracers =
        SdkTracerProvider.builder().addSpanProcessor(processor).build()) {
      Tracer tracer = tracers.get(WarmUp.class.getName());
      Span parent = tracer.spanBuilder("parent").startSpan();
      Context.current().with(parent).wrap(() -> createFailedSpan(tracer)).run();
      parent.end();
    } finally {
      meters.close();
    }
  }

  private static void createFailedSpan(Tracer tracer) {
    Span span = tracer.spanBuilder("child").setAttribute(KEY, "value").startSpan();
    span.setAttribute("number", 1);
    span.addEvent("event", Attributes.of(KEY, "value"));
    span.recordException(new IllegalStateException("warm-up"));
    span.setStatus(StatusCode.ERROR);
    span.end();
  }
}
