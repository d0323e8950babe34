package io.spanloom.telemetry.start;

import io.opentelemetry.api.common.Attributes;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.settings.SettingsCheck;
import io.spanloom.telemetry.settings.TelemetrySettings;
import java.util.HashMap;
import java.util.Map;

/**
 * The configuration that a program sets in code. Environment variables and system properties take
 * precedence. Not part of the API.
 *
 * @param resource attributes of the resource
 * @param properties settings, by system property
 */
public record ProgrammaticConfig(Attributes resource, Map<String, String> properties) {

  /** The configuration of a program that sets nothing. */
  public static final ProgrammaticConfig EMPTY =
      new ProgrammaticConfig(Attributes.empty(), Map.of());

  /** Returns the properties of the program and Spanloom's defaults for all others. */
  Map<String, String> withDefaults() {
    Map<String, String> result = new HashMap<>(SettingNames.DEFAULTS);
    if (TelemetrySettings.isTrue(SettingNames.METRICS)) {
      result.put(SettingNames.METRICS_EXPORTER, SettingsCheck.OTLP);
    }
    result.putAll(properties);
    return result;
  }
}
