package io.spanloom.telemetry;

import io.opentelemetry.api.common.Attributes;
import java.util.HashMap;
import java.util.Map;

/**
 * What a program's code says before the start; the environment and the system properties win.
 *
 * @param resource attributes of the resource
 * @param properties settings, by the names that they have as system properties
 */
record FromCode(Attributes resource, Map<String, String> properties) {

  static final FromCode NOTHING = new FromCode(Attributes.empty(), Map.of());

  /** Returns all settings that hold where nothing else says anything. */
  Map<String, String> defaults() {
    Map<String, String> result = new HashMap<>(Variables.DEFAULTS);
    result.putAll(properties);
    return result;
  }
}
