package io.spanloom.telemetry.view.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.spanloom.support.LogCapture;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageSettingsTest {

  private final LogCapture logged = LogCapture.of("io.spanloom.telemetry");

  @AfterEach
  void close() {
    logged.close();
  }

  @Test
  void defaultsToFileInTheWorkingFolder() {
    assertThat(settings(Map.of()))
        .isEqualTo(new PageSettings(Path.of("spanloom-traces.html"), null));
  }

  @Test
  void usesFileBesidePortOnlyIfSet() {
    assertThat(settings(Map.of("spanloom.page.port", "4321")))
        .isEqualTo(new PageSettings(null, 4321));
    assertThat(settings(Map.of("spanloom.page.port", "0", "spanloom.page.file", "x/y.html")))
        .isEqualTo(new PageSettings(Path.of("x/y.html"), 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "http", "80.5"})
  void reportsInvalidPortAndUsesFile(String port) {
    assertThat(settings(Map.of("spanloom.page.port", port)).file())
        .isEqualTo(Path.of("spanloom-traces.html"));
    assertThat(logged.lines())
        .containsExactly(
            "WARNING Invalid SPANLOOM_PAGE_PORT '"
                + port
                + "' (expected 0 to 65535); ignoring it.");
  }

  @Test
  void reportsInvalidFile() {
    assertThat(settings(Map.of("spanloom.page.file", "a\0b")).file())
        .isEqualTo(Path.of("spanloom-traces.html"));
    assertThat(logged.lines())
        .singleElement()
        .asString()
        .startsWith("WARNING Invalid SPANLOOM_PAGE_FILE (Nul character not allowed: ")
        .endsWith("); ignoring it.");
  }

  private static PageSettings settings(Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    for (String signal : new String[] {"traces", "metrics", "logs"}) {
      all.put("otel." + signal + ".exporter", "none");
    }
    AtomicReference<ConfigProperties> config = new AtomicReference<>();
    AutoConfiguredOpenTelemetrySdk.builder()
        .addPropertiesSupplier(() -> all)
        .addPropertiesCustomizer(
            found -> {
              config.set(found);
              return Map.of();
            })
        .disableShutdownHook()
        .build();
    return PageSettings.of(Objects.requireNonNull(config.get()));
  }
}
