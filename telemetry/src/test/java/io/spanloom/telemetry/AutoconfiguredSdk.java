package io.spanloom.telemetry;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An SDK that autoconfigure creates from settings, with an exporter that keeps the spans. */
public final class AutoconfiguredSdk implements AutoCloseable {

  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk;

  /**
   * Starts the SDK.
   *
   * @param settings alternating system properties and values
   */
  public AutoconfiguredSdk(String... settings) {
    Map<String, String> properties =
        new HashMap<>(
            Map.of(
                "otel.traces.exporter", "tree",
                "otel.metrics.exporter", "none",
                "otel.logs.exporter", "none"));
    for (int i = 0; i < settings.length; i += 2) {
      properties.put(settings[i], settings[i + 1]);
    }
    sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(() -> properties)
            .addSpanExporterCustomizer((exporter, config) -> exported)
            .disableShutdownHook()
            .build()
            .getOpenTelemetrySdk();
  }

  /**
   * Returns the SDK.
   *
   * @return the SDK
   */
  public OpenTelemetrySdk sdk() {
    return sdk;
  }

  /**
   * Returns a tracer.
   *
   * @return the tracer
   */
  public Tracer tracer() {
    return sdk.getTracer("test");
  }

  /**
   * Returns the exported spans.
   *
   * @return all spans that have ended
   */
  public List<SpanData> spans() {
    sdk.getSdkTracerProvider().forceFlush().join(10, TimeUnit.SECONDS);
    return exported.getFinishedSpanItems();
  }

  @Override
  public void close() {
    sdk.close();
  }
}
