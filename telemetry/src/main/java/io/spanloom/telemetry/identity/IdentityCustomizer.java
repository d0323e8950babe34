package io.spanloom.telemetry.identity;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/** Adds request identity to all spans; found by OpenTelemetry's autoconfigure module. */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class IdentityCustomizer implements AutoConfigurationCustomizerProvider {

  /** Creates the customizer; called by the service loader. */
  public IdentityCustomizer() {}

  @Override
  public void customize(AutoConfigurationCustomizer sdk) {
    sdk.addTracerProviderCustomizer(
        (tracerProvider, settings) -> tracerProvider.addSpanProcessor(new IdentityProcessor()));
  }
}
