package io.spanloom.telemetry.jdbc;

import io.spanloom.telemetry.settings.TelemetrySettings;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether statements are recorded as they are, or with {@code ?} for their literals. */
final class QueryTextSetting {

  private static final String SETTING = "spanloom.jdbc.query.text";
  private static final String FULL = "full";
  private static final String ENVIRONMENT = "deployment.environment.name";

  /** Of the values that the semantic conventions give it, those that hold nobody's data. */
  private static final Set<String> HARMLESS = Set.of("development", "test");

  private QueryTextSetting() {}

  /**
   * Decides.
   *
   * @param settings the user's settings, by the name of their property
   * @return whether it is asked for and the environment is said to be a harmless one
   */
  static boolean isFull(Function<String, @Nullable String> settings) {
    return FULL.equals(settings.apply(SETTING)) && HARMLESS.contains(environment(settings));
  }

  /**
   * Says why a wish is not granted.
   *
   * @param settings the user's settings, by the name of their property
   * @return a sentence, or null where there is nothing to say
   */
  static @Nullable String refusal(Function<String, @Nullable String> settings) {
    String wish = settings.apply(SETTING);
    if (wish == null || wish.equals("sanitized") || isFull(settings)) {
      return null;
    }
    String variable = TelemetrySettings.variable(SETTING);
    return wish.equals(FULL)
        ? variable
            + "=full is passed over: statements are recorded with their literals only where "
            + ENVIRONMENT
            + " is development or test, and here it is "
            + environment(settings)
            + "."
        : variable + "=" + wish + " means nothing: it is sanitized or full.";
  }

  private static String environment(Function<String, @Nullable String> settings) {
    String attributes = settings.apply("otel.resource.attributes");
    for (String attribute : attributes == null ? new String[0] : attributes.split(",", -1)) {
      String[] parts = attribute.split("=", 2);
      if (parts.length == 2 && parts[0].strip().equals(ENVIRONMENT)) {
        return parts[1].strip();
      }
    }
    return "not said";
  }
}
