package io.spanloom.telemetry.library;

import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.runtime.Spans;
import io.spanloom.support.TestExporter;
import io.spanloom.telemetry.identity.IdentityAccess;
import io.spanloom.telemetry.jdbc.JdbcAccess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An SDK with the span processing of the telemetry module that lets tests wait for spans. */
public final class RecordedSdk implements TestExporter, AutoCloseable {

  private static final long SECONDS = 20;

  private final List<SpanData> spans = new ArrayList<>();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(IdentityAccess.processor())
                  .addSpanProcessor(SimpleSpanProcessor.create(JdbcAccess.sanitizing(this)))
                  .build())
          .setPropagators(
              ContextPropagators.create(
                  TextMapPropagator.composite(
                      W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance())))
          .build();

  public RecordedSdk() {
    Spans.install(sdk, true);
  }

  public OpenTelemetrySdk sdk() {
    return sdk;
  }

  /** Waits for the only span of a kind. */
  public SpanData only(SpanKind kind) {
    List<SpanData> found = await(1, kind);
    if (found.size() != 1) {
      throw new AssertionError("expected one span but found " + found);
    }
    return found.get(0);
  }

  /** Waits for at least the given number of spans of a kind. */
  public synchronized List<SpanData> await(int count, SpanKind kind) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (of(kind).size() < count) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError(
            "timed out waiting for " + count + " spans of kind " + kind + ": " + spans);
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException interruption) {
        throw new AssertionError(interruption);
      }
    }
    return of(kind);
  }

  public synchronized List<SpanData> of(SpanKind kind) {
    return spans.stream().filter(span -> span.getKind() == kind).toList();
  }

  public synchronized List<SpanData> all() {
    return List.copyOf(spans);
  }

  @Override
  public synchronized CompletableResultCode export(Collection<SpanData> ended) {
    spans.addAll(ended);
    notifyAll();
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public void close() {
    Spans.uninstall();
    sdk.close();
  }
}
