package io.spanloom.telemetry.ai;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/**
 * Removes tokens and costs from the spans of AI clients within AI calls that Spanloom traces, so
 * that backends do not count them twice; found by OpenTelemetry's autoconfigure module.
 */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class RepeatedTokensCustomizer implements AutoConfigurationCustomizerProvider {

  /** Creates the customizer; called by the service loader. */
  public RepeatedTokensCustomizer() {}

  @Override
  public void customize(AutoConfigurationCustomizer sdk) {
    sdk.addTracerProviderCustomizer(
        (tracerProvider, settings) -> tracerProvider.addSpanProcessor(new InnerSpanMarker()));
    sdk.addSpanExporterCustomizer((exporter, settings) -> new RepeatedTokensFilter(exporter));
  }
}
