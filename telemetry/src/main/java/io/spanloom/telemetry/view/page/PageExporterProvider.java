package io.spanloom.telemetry.view.page;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;

/** Provides {@link PageSpanExporter} as the exporter {@code page}. */
@AutoService(ConfigurableSpanExporterProvider.class)
public final class PageExporterProvider implements ConfigurableSpanExporterProvider {

  private static final Duration WRITE_DELAY = Duration.ofSeconds(1);

  /** Creates the provider; called by the service loader. */
  public PageExporterProvider() {}

  @Override
  public SpanExporter createExporter(ConfigProperties config) {
    return new PageSpanExporter(PageSettings.of(config), WRITE_DELAY);
  }

  @Override
  public String getName() {
    return "page";
  }
}
