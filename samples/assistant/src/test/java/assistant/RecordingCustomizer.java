package assistant;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.spanloom.testing.RecordedSpans;

/** Records the spans and metrics of the SDK that {@code Telemetry.start()} starts. */
public final class RecordingCustomizer implements AutoConfigurationCustomizerProvider {

  /** Reads the metrics of the only SDK of the JVM. */
  static final InMemoryMetricReader METRICS = InMemoryMetricReader.create();

  @Override
  public void customize(AutoConfigurationCustomizer customizer) {
    customizer.addTracerProviderCustomizer(
        (provider, settings) -> provider.addSpanProcessor(RecordedSpans.processor()));
    customizer.addMeterProviderCustomizer(
        (provider, settings) -> provider.registerMetricReader(METRICS));
  }
}
