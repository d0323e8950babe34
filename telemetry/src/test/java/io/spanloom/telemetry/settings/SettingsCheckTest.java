package io.spanloom.telemetry.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import io.spanloom.support.LogCapture;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsCheckTest {

  @Test
  void limitsBatchToSmallQueueWithoutWarning() {
    Map<String, String> settings = new HashMap<>(SettingNames.DEFAULTS);
    settings.put("otel.bsp.max.queue.size", "1000");
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(SettingsCheck.replacements(DefaultConfigProperties.createFromMap(settings)))
          .containsExactly(Map.entry("otel.bsp.max.export.batch.size", "1000"));
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void disablesTracingIfDefaultExporterIsMissing() {
    ComponentLoader nothing = ComponentLoader.forClassLoader(new ClassLoader(null) {});
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(SettingsCheck.replacements(DefaultConfigProperties.create(Map.of(), nothing)))
          .containsExactly(Map.entry("otel.sdk.disabled", "true"));
      assertThat(log.lines())
          .containsExactly(
              "WARNING Invalid OTEL_TRACES_EXPORTER 'otlp' (expected an exporter on the class path:"
                  + " none); tracing is disabled.");
    }
  }
}
