package io.spanloom.telemetry.privacy;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.jspecify.annotations.Nullable;

/**
 * Filters the spans of each exporter and the resource. A span processor cannot do this: programs
 * may set attributes until a span ends, and events and links cannot be removed from a span.
 */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class PrivacyCustomizer implements AutoConfigurationCustomizerProvider {

  /** Called by the service loader. */
  public PrivacyCustomizer() {}

  @Override
  public void customize(AutoConfigurationCustomizer configuration) {
    Filters filters = new Filters();
    configuration.addResourceCustomizer(filters::filterResource);
    configuration.addSpanExporterCustomizer(filters::filterExporter);
  }

  /**
   * Returns a high order, so that exporters that other customizers replace are filtered too. Only
   * the customizer that sanitizes SQL follows.
   */
  @Override
  public int order() {
    return Integer.MAX_VALUE - 1;
  }

  /** Reads the settings, and logs warnings about them, once for all exporters. */
  private static final class Filters {

    private @Nullable Filter filter;

    Resource filterResource(Resource resource, ConfigProperties config) {
      Filter current = filter(config);
      if (!current.isOn()) {
        return resource;
      }
      // Removed here without a log line, because most programs have a command line.
      Resource kept = resource.toBuilder().removeIf(current.keys()::isSecret).build();
      return Resource.create(current.spans().filter(kept.getAttributes()), kept.getSchemaUrl());
    }

    SpanExporter filterExporter(SpanExporter exporter, ConfigProperties config) {
      Filter current = filter(config);
      return current.isOn() ? new FilteringExporter(exporter, current.spans()) : exporter;
    }

    private Filter filter(ConfigProperties config) {
      Filter result = filter;
      if (result == null) {
        PrivacySettings settings = new PrivacySettings(config);
        KeyRules keys = settings.keys();
        result = new Filter(settings.isOn(), keys, new SpanFilter(keys, settings.texts()));
        filter = result;
      }
      return result;
    }
  }

  private record Filter(boolean isOn, KeyRules keys, SpanFilter spans) {}
}
