package io.spanloom.telemetry.library;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.spanloom.telemetry.http.StableNames;
import io.spanloom.telemetry.identity.IdentityProcessor;

/** What the spans of libraries need of the SDK; found by OpenTelemetry's autoconfigure module. */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class LibraryCustomizer implements AutoConfigurationCustomizerProvider {

  /** Made by the service loader. */
  public LibraryCustomizer() {}

  @Override
  public void customize(AutoConfigurationCustomizer sdk) {
    StableNames.choose();
    sdk.addTracerProviderCustomizer(
        (tracers, settings) -> tracers.addSpanProcessor(new IdentityProcessor()));
  }
}
