package io.spanloom.runtime.woven;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the user of a program sets as a system property or in the environment: {@code spanloom.a.b}
 * there is {@code SPANLOOM_A_B} here.
 */
final class RuntimeSettings {

  private RuntimeSettings() {}

  /**
   * Returns the property or else the variable.
   *
   * @param property the name of the property
   * @return what it says, or null where it says nothing or may not be read
   */
  static @Nullable String text(String property) {
    try {
      String value = System.getProperty(property);
      return value == null ? inEnvironment(property) : value;
    } catch (SecurityException refused) {
      TracingFailures.swallow("reading the property " + property, refused);
      return null;
    }
  }

  static @Nullable String inEnvironment(String property) {
    return System.getenv(property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
  }
}
