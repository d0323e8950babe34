package io.spanloom.telemetry.jdbc;

import io.spanloom.telemetry.settings.TelemetrySettings;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The setting that decides whether spans show a statement's literals or {@code ?}. */
final class QueryTextSetting {

  private static final String SETTING = "spanloom.jdbc.query.text";
  private static final String FULL = "full";
  private static final String ENVIRONMENT = "deployment.environment.name";

  /** The environments of the semantic conventions that hold no real data. */
  private static final Set<String> WITHOUT_REAL_DATA = Set.of("development", "test");

  private QueryTextSetting() {}

  /**
   * Returns whether spans show literals: the setting requests it and the environment permits it.
   *
   * @param settings returns the value of a property, or null if not set
   */
  static boolean isFull(Function<String, @Nullable String> settings) {
    return FULL.equals(settings.apply(SETTING))
        && WITHOUT_REAL_DATA.contains(environment(settings));
  }

  /**
   * Returns the reason why the configured value is ignored, or null if it is valid.
   *
   * @param settings returns the value of a property, or null if not set
   */
  static @Nullable String problem(Function<String, @Nullable String> settings) {
    String value = settings.apply(SETTING);
    if (value == null || value.equals("sanitized") || isFull(settings)) {
      return null;
    }
    String variable = TelemetrySettings.variable(SETTING);
    return value.equals(FULL)
        ? "%s=full is ignored: it requires %s to be development or test (was %s)."
            .formatted(variable, ENVIRONMENT, environment(settings))
        : "Invalid %s '%s' (expected sanitized or full); using sanitized."
            .formatted(variable, value);
  }

  private static String environment(Function<String, @Nullable String> settings) {
    String attributes = settings.apply("otel.resource.attributes");
    for (String attribute : attributes == null ? new String[0] : attributes.split(",", -1)) {
      String[] parts = attribute.split("=", 2);
      if (parts.length == 2 && parts[0].strip().equals(ENVIRONMENT)) {
        return parts[1].strip();
      }
    }
    return "not set";
  }
}
