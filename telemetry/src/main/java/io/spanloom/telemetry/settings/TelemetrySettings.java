package io.spanloom.telemetry.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings that OpenTelemetry's autoconfigure module does not read: each is a system property
 * or an environment variable. Not part of the API.
 */
public final class TelemetrySettings {

  private TelemetrySettings() {}

  /**
   * Returns the environment variable of a setting.
   *
   * @param property the setting's system property, such as {@code spanloom.page.file}
   * @return the variable, such as {@code SPANLOOM_PAGE_FILE}
   */
  public static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /**
   * Returns the value of a setting. The system property takes precedence over the variable.
   *
   * @param property the setting's system property
   * @return the value, or null if the setting is absent
   */
  public static @Nullable String text(String property) {
    String value = System.getProperty(property);
    return value == null ? System.getenv(variable(property)) : value;
  }

  /**
   * Returns whether a setting is {@code true}.
   *
   * @param property the setting's system property
   */
  public static boolean isTrue(String property) {
    return "true".equalsIgnoreCase(text(property));
  }
}
