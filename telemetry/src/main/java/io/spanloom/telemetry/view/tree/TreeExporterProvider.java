package io.spanloom.telemetry.view.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.PrintStream;

/** Provides {@link TreeSpanExporter} as the exporter {@code tree}. */
@AutoService(ConfigurableSpanExporterProvider.class)
public final class TreeExporterProvider implements ConfigurableSpanExporterProvider {

  /** Creates the provider; called by the service loader. */
  public TreeExporterProvider() {}

  @Override
  public SpanExporter createExporter(ConfigProperties config) {
    // The default encoding may lack the box-drawing characters.
    return new TreeSpanExporter(new PrintStream(System.out, true, UTF_8), Terminal.ofProcess());
  }

  @Override
  public String getName() {
    return "tree";
  }
}
