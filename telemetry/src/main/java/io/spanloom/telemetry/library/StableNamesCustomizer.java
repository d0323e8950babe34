package io.spanloom.telemetry.library;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/**
 * Chooses the stable attribute names when the SDK starts, also for instrumentations that Spanloom
 * does not create; found by OpenTelemetry's autoconfigure module.
 */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class StableNamesCustomizer implements AutoConfigurationCustomizerProvider {

  /** Creates the customizer; called by the service loader. */
  public StableNamesCustomizer() {}

  @Override
  public void customize(AutoConfigurationCustomizer sdk) {
    StableNames.choose();
  }
}
