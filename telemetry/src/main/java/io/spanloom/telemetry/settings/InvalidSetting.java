package io.spanloom.telemetry.settings;

import org.jspecify.annotations.Nullable;

/**
 * A setting whose value cannot be used. Not part of the API.
 *
 * @param variable the setting's environment variable
 * @param value the invalid value, or null if it may contain a secret
 * @param expected a noun phrase that describes valid values
 */
public record InvalidSetting(String variable, @Nullable String value, String expected) {

  /**
   * Logs a warning.
   *
   * @param consequence a clause that states the effect, such as {@code using 8192}
   */
  public void warn(String consequence) {
    UserLog.warn("Invalid %s; %s.".formatted(this, consequence));
  }

  @Override
  public String toString() {
    String shown = value == null ? "" : " '" + value + "'";
    return "%s%s (expected %s)".formatted(variable, shown, expected);
  }
}
