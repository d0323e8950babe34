package io.spanloom.telemetry;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/** Makes {@link TreeSpanExporter} an exporter like any other, named {@code tree}. */
@AutoService(ConfigurableSpanExporterProvider.class)
public final class TreeExporterProvider implements ConfigurableSpanExporterProvider {

  /** Made by the service loader. */
  public TreeExporterProvider() {}

  @Override
  public SpanExporter createExporter(ConfigProperties config) {
    return new TreeSpanExporter(System.out);
  }

  @Override
  public String getName() {
    return "tree";
  }
}
