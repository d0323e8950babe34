package io.spanloom.telemetry.privacy;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.jspecify.annotations.Nullable;

/**
 * Filters what each exporter gets. A span processor could not: attributes may be set until the very
 * end of a span, and events and links cannot be taken from it at all.
 */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class PrivacyCustomizer implements AutoConfigurationCustomizerProvider {

  /** Made by the service loader. */
  public PrivacyCustomizer() {}

  @Override
  public void customize(AutoConfigurationCustomizer configuration) {
    Filters filters = new Filters();
    configuration.addResourceCustomizer(filters::filtered);
    configuration.addSpanExporterCustomizer(filters::filtering);
  }

  /**
   * Late, so that exporters which other customizers put in place get no more than others; only what
   * takes literals out of statements comes after it.
   */
  @Override
  public int order() {
    return Integer.MAX_VALUE - 1;
  }

  /** Reads the settings once, and says once what is wrong with them. */
  private static final class Filters {

    private @Nullable Filter filter;

    Resource filtered(Resource resource, ConfigProperties config) {
      Filter now = filter(config);
      return now.isOn() ? resource.toBuilder().removeIf(now.keys()::isSecret).build() : resource;
    }

    SpanExporter filtering(SpanExporter exporter, ConfigProperties config) {
      Filter now = filter(config);
      return now.isOn() ? new FilteringExporter(exporter, now.spans()) : exporter;
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
