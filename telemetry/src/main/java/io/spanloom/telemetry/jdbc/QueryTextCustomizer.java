package io.spanloom.telemetry.jdbc;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/**
 * Takes the literals out of what exporters get of statements; found by OpenTelemetry's
 * autoconfigure module.
 */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class QueryTextCustomizer implements AutoConfigurationCustomizerProvider {

  /** Made by the service loader. */
  public QueryTextCustomizer() {}

  @Override
  public void customize(AutoConfigurationCustomizer sdk) {
    sdk.addSpanExporterCustomizer(
        (exporter, settings) ->
            QueryTextSetting.isFull(settings::getString)
                ? exporter
                : new SanitizingExporter(exporter));
  }

  /**
   * The last, so that it sees a span first: what others have copied of an exception no longer tells
   * its message from its stack trace.
   */
  @Override
  public int order() {
    return Integer.MAX_VALUE;
  }
}
