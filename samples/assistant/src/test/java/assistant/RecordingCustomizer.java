package assistant;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.spanloom.testing.RecordedSpans;

/** Passes the spans of the SDK that {@code Telemetry.start()} starts to the running test. */
public final class RecordingCustomizer implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer customizer) {
    customizer.addTracerProviderCustomizer(
        (provider, settings) -> provider.addSpanProcessor(RecordedSpans.processor()));
  }
}
