package io.spanloom.telemetry.view.page;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;

/** Makes the page of traces an exporter like any other, named {@code page}. */
@AutoService(ConfigurableSpanExporterProvider.class)
public final class PageExporterProvider implements ConfigurableSpanExporterProvider {

  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

  /** Made by the service loader. */
  public PageExporterProvider() {}

  @Override
  public SpanExporter createExporter(ConfigProperties config) {
    return new PageSpanExporter(PageSettings.of(config), BETWEEN_WRITES);
  }

  @Override
  public String getName() {
    return "page";
  }
}
