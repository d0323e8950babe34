package io.spanloom.telemetry.start;

import io.opentelemetry.api.common.Attributes;
import io.spanloom.telemetry.settings.SettingNames;
import java.util.HashMap;
import java.util.Map;

/**
 * What a program's code says before the start; the environment and the system properties win.
 *
 * @param resource attributes of the resource
 * @param properties settings, by the names that they have as system properties
 */
public record ProgrammaticConfig(Attributes resource, Map<String, String> properties) {

  public static final ProgrammaticConfig NOTHING =
      new ProgrammaticConfig(Attributes.empty(), Map.of());

  /** Returns all settings that hold where nothing else says anything. */
  Map<String, String> defaults() {
    Map<String, String> result = new HashMap<>(SettingNames.DEFAULTS);
    result.putAll(properties);
    return result;
  }
}
