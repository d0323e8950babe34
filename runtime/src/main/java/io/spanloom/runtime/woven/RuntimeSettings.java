package io.spanloom.runtime.woven;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from system properties and environment variables. The variable of the property
 * {@code spanloom.a.b} is {@code SPANLOOM_A_B}.
 */
final class RuntimeSettings {

  private RuntimeSettings() {}

  /**
   * Returns the value of the property, or of the variable if the property is not set.
   *
   * @param property the property's name
   * @return the value, or null if neither is set or the property may not be read
   */
  static @Nullable String get(String property) {
    try {
      String value = System.getProperty(property);
      return value == null ? fromEnvironment(property) : value;
    } catch (SecurityException failure) {
      TracingFailures.swallow("reading the property " + property, failure);
      return null;
    }
  }

  static @Nullable String fromEnvironment(String property) {
    return System.getenv(property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
  }
}
