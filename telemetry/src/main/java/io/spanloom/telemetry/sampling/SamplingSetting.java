package io.spanloom.telemetry.sampling;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.settings.TelemetrySettings;
import org.jspecify.annotations.Nullable;

/** A setting that configures sampling rules. Its string is the environment variable. */
enum SamplingSetting {
  RULES(SettingNames.SAMPLING_RULES),
  FILE("spanloom.sampling.file");

  private final String property;

  SamplingSetting(String property) {
    this.property = property;
  }

  /** Returns the value, or null if it is absent or empty. */
  @Nullable String get(ConfigProperties config) {
    String value = config.getString(property);
    return value == null || value.isEmpty() ? null : value;
  }

  @Override
  public String toString() {
    return TelemetrySettings.variable(property);
  }
}
