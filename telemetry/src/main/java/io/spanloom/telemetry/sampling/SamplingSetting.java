package io.spanloom.telemetry.sampling;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.spanloom.telemetry.settings.TelemetrySettings;
import org.jspecify.annotations.Nullable;

/** What a user sets so that rules decide; its text is the name of the environment variable. */
enum SamplingSetting {
  RULES("spanloom.sampling.rules"),
  FILE("spanloom.sampling.file");

  private final String property;

  SamplingSetting(String property) {
    this.property = property;
  }

  @Nullable String in(ConfigProperties config) {
    String value = config.getString(property);
    return value == null || value.isEmpty() ? null : value;
  }

  @Override
  public String toString() {
    return TelemetrySettings.variable(property);
  }
}
