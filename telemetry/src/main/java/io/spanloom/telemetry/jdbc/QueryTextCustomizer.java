package io.spanloom.telemetry.jdbc;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/**
 * Removes the literals of statements before spans are exported; found by OpenTelemetry's
 * autoconfigure module.
 */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class QueryTextCustomizer implements AutoConfigurationCustomizerProvider {

  /** Creates the customizer; called by the service loader. */
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
   * Returns the last position, so that this exporter wraps all others and sees each span first.
   * Other exporters may copy an exception event, which then no longer separates the message from
   * the stack trace.
   */
  @Override
  public int order() {
    return Integer.MAX_VALUE;
  }
}
