package io.spanloom.telemetry.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The user's settings, each a system property and, in capitals, an environment variable. */
public final class TelemetrySettings {

  private TelemetrySettings() {}

  /**
   * Returns how a setting is called in the environment, where most of its readers know it.
   *
   * @param property its name as a system property, such as {@code spanloom.page.file}
   * @return such as {@code SPANLOOM_PAGE_FILE}
   */
  public static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /**
   * Returns what a setting says, for where OpenTelemetry's autoconfigure module does not read it.
   *
   * @param property its name as a system property
   * @return the property, or else the variable; null where neither is set
   */
  public static @Nullable String text(String property) {
    String value = System.getProperty(property);
    return value == null ? System.getenv(variable(property)) : value;
  }
}
