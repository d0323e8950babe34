package io.spanloom.aiclients;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.Installation;
import io.spanloom.runtime.Spans;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An SDK with spanloom-telemetry that is registered globally, and an exporter that keeps the spans.
 */
final class TelemetrySdk implements AutoCloseable {

  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk =
      AutoConfiguredOpenTelemetrySdk.builder()
          .addPropertiesSupplier(
              () ->
                  Map.of(
                      "otel.traces.exporter", "tree",
                      "otel.metrics.exporter", "none",
                      "otel.logs.exporter", "none"))
          .addSpanExporterCustomizer((exporter, config) -> exported)
          .disableShutdownHook()
          .build()
          .getOpenTelemetrySdk();
  private final Installation installation = Spans.install(sdk, true);

  TelemetrySdk() {
    GlobalOpenTelemetry.resetForTest();
    GlobalOpenTelemetry.set(sdk);
  }

  OpenTelemetry openTelemetry() {
    return sdk;
  }

  /** Returns all spans that have ended, parents first. */
  List<SpanData> spans() {
    sdk.getSdkTracerProvider().forceFlush().join(10, TimeUnit.SECONDS);
    return exported.getFinishedSpanItems().stream()
        .sorted(Comparator.comparing(SpanData::getStartEpochNanos))
        .toList();
  }

  @Override
  public void close() {
    GlobalOpenTelemetry.resetForTest();
    installation.close();
    sdk.close();
  }
}
