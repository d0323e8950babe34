package io.spanloom.telemetry.library;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** System properties and, under the same name in capitals, environment variables. */
final class Settings {

  private Settings() {}

  static @Nullable String text(String property) {
    String value = System.getProperty(property);
    return value != null ? value : System.getenv(inEnvironment(property));
  }

  /** Returns how the setting is called in the environment, where most of its readers know it. */
  static String inEnvironment(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
