package io.spanloom.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelBaggageManager;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.runtime.Spans;
import io.spanloom.testing.RecordSpans;
import io.spanloom.testing.RecordedSpans;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Observations of Micrometer and spans of Spanloom around each other. */
@RecordSpans
final class MicrometerBridgeTest {

  @Test
  void adapterNestsObservationInTracedCall(RecordedSpans spans) {
    run(spans.openTelemetry(), new CurrentSpanOfBothApis());

    spans.assertTree(
        """
        outer OK
          traced
            inner OK
              leaf
        """);
  }

  /** If this fails, the bridge no longer needs the adapter: remove it from the documentation. */
  @Test
  void bridgeAloneMakesObservationSiblingOfTracedCall(RecordedSpans spans) {
    run(spans.openTelemetry(), new OtelCurrentTraceContext());

    spans.assertTree(
        """
        outer OK
          traced
          inner OK
            leaf
        """);
  }

  private static void run(OpenTelemetry openTelemetry, OtelCurrentTraceContext current) {
    OtelTracer tracer =
        new OtelTracer(
            openTelemetry.getTracer("micrometer"),
            current,
            event -> {},
            new OtelBaggageManager(current, List.of(), List.of()));
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(new DefaultTracingObservationHandler(tracer));
    Runnable leaf = () -> Spans.withSpan("leaf", () -> {});
    Runnable traced = () -> Observation.createNotStarted("inner", registry).observe(leaf);
    Observation.createNotStarted("outer", registry)
        .observe((Runnable) () -> Spans.withSpan("traced", traced));
    assertThat(tracer.currentSpan()).isNull();
  }
}
