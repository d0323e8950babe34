package io.spanloom.telemetry.view.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.PrintStream;

/** Makes {@link TreeSpanExporter} an exporter like any other, named {@code tree}. */
@AutoService(ConfigurableSpanExporterProvider.class)
public final class TreeExporterProvider implements ConfigurableSpanExporterProvider {

  /** Made by the service loader. */
  public TreeExporterProvider() {}

  @Override
  public SpanExporter createExporter(ConfigProperties config) {
    // The lines of a tree are not in every platform's own encoding.
    return new TreeSpanExporter(new PrintStream(System.out, true, UTF_8), Terminal.ofProcess());
  }

  @Override
  public String getName() {
    return "tree";
  }
}
