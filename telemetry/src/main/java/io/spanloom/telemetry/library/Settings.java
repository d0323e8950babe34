package io.spanloom.telemetry.library;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** System properties and, under the same name in capitals, environment variables. */
final class Settings {

  private Settings() {}

  static @Nullable String text(String property) {
    String value = System.getProperty(property);
    return value != null
        ? value
        : System.getenv(property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
  }
}
