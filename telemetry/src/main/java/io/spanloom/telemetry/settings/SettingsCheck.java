package io.spanloom.telemetry.settings;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Checks the settings before OpenTelemetry reads them, which would fail at the first invalid one,
 * and logs a warning for each: invalid numbers and durations fall back to their defaults; invalid
 * destinations and ratios disable tracing. Not part of the API.
 */
public final class SettingsCheck {

  /** The name of the OTLP exporter, which is the default. */
  public static final String OTLP = "otlp";

  private static final String NONE = "none";
  private static final String TRACING_DISABLED = "tracing is disabled";

  /** The defaults of settings that must be positive integers. */
  private static final Map<String, String> COUNTS =
      Map.of(
          SettingNames.QUEUE_SIZE,
          SettingNames.DEFAULTS.get(SettingNames.QUEUE_SIZE),
          SettingNames.BATCH_SIZE,
          SettingNames.DEFAULTS.get(SettingNames.BATCH_SIZE),
          "otel.attribute.count.limit",
          "128",
          "otel.span.attribute.count.limit",
          "128",
          "otel.span.event.count.limit",
          "128",
          "otel.span.link.count.limit",
          "128");

  /** The defaults of settings that must be durations of at least zero. */
  private static final Map<String, String> DURATIONS =
      Map.of(
          SettingNames.SCHEDULE_DELAY,
          SettingNames.DEFAULTS.get(SettingNames.SCHEDULE_DELAY),
          SettingNames.EXPORT_TIMEOUT,
          SettingNames.DEFAULTS.get(SettingNames.EXPORT_TIMEOUT),
          SettingNames.OTLP + "timeout",
          "10000",
          SettingNames.OTLP_TRACES + "timeout",
          "10000",
          SettingNames.SHUTDOWN_TIMEOUT,
          SettingNames.DEFAULTS.get(SettingNames.SHUTDOWN_TIMEOUT));

  private final ConfigProperties config;
  private final Map<String, String> replacements = new HashMap<>();

  private SettingsCheck(ConfigProperties config) {
    this.config = config;
  }

  /**
   * Checks all settings and logs a warning for each invalid one.
   *
   * @return the values to use instead, by system property
   */
  public static Map<String, String> replacements(ConfigProperties config) {
    SettingsCheck check = new SettingsCheck(config);
    if (!config.getBoolean(SettingNames.DISABLED, false)) {
      COUNTS.forEach(check::checkCount);
      check.limitBatchToQueue();
      DURATIONS.forEach(check::checkDuration);
      check.invalidDestinations().forEach(check::disableTracing);
      check.checkRatio();
    }
    return check.replacements;
  }

  private void checkCount(String property, String fallback) {
    try {
      Integer value = config.getInt(property);
      if (value == null || value > 0) {
        return;
      }
    } catch (ConfigurationException unreadable) {
      // Reported below, like a number that is too small.
    }
    replace(property, "a positive integer", fallback);
  }

  /** Users usually set only the size of the queue, and no batch can be larger. */
  private void limitBatchToQueue() {
    int queue = effectiveInt(SettingNames.QUEUE_SIZE);
    if (effectiveInt(SettingNames.BATCH_SIZE) > queue) {
      replacements.put(SettingNames.BATCH_SIZE, Integer.toString(queue));
    }
  }

  private int effectiveInt(String property) {
    String replacement = replacements.get(property);
    return replacement == null ? config.getInt(property, 1) : Integer.parseInt(replacement);
  }

  private void checkDuration(String property, String fallback) {
    try {
      Duration value = config.getDuration(property);
      if (value == null || !value.isNegative()) {
        return;
      }
    } catch (ConfigurationException unreadable) {
      // Reported below, like a negative duration.
    }
    replace(
        property, "a duration of zero or more, such as 10s, or a number of milliseconds", fallback);
  }

  private void replace(String property, String expected, String fallback) {
    invalid(property, expected).warn("using " + fallback);
    replacements.put(property, fallback);
  }

  /** OpenTelemetry's message does not name the variable, and percentages are a common mistake. */
  private void checkRatio() {
    if (!config.getString(SettingNames.SAMPLER, "").endsWith("traceidratio")) {
      return;
    }
    try {
      double ratio = config.getDouble(SettingNames.SAMPLER_ARG, 1);
      if (ratio >= 0 && ratio <= 1) {
        return;
      }
    } catch (ConfigurationException unreadable) {
      // Reported below, like a ratio that is out of range.
    }
    disableTracing(invalid(SettingNames.SAMPLER_ARG, "a ratio from 0 to 1"));
  }

  private List<InvalidSetting> invalidDestinations() {
    List<String> exporters = config.getList(SettingNames.TRACES_EXPORTER, List.of(OTLP));
    List<InvalidSetting> result = new ArrayList<>();
    TreeSet<String> known = new TreeSet<>();
    config
        .getComponentLoader()
        .load(ConfigurableSpanExporterProvider.class)
        .forEach(provider -> known.add(provider.getName()));
    known.add(NONE);
    for (String exporter : exporters) {
      if (!known.contains(exporter)) {
        result.add(
            new InvalidSetting(
                TelemetrySettings.variable(SettingNames.TRACES_EXPORTER),
                exporter,
                "an exporter on the class path: " + String.join(", ", known)));
      }
    }
    if (exporters.contains(OTLP)) {
      OtlpEndpoint.of(config).invalidSetting().ifPresent(result::add);
      checkHeaders(SettingNames.OTLP, result);
      checkHeaders(SettingNames.OTLP_TRACES, result);
    }
    return result;
  }

  /** OpenTelemetry's message would print the headers, which contain credentials. */
  private void checkHeaders(String prefix, List<InvalidSetting> result) {
    try {
      config.getMap(prefix + "headers");
    } catch (ConfigurationException unreadable) {
      result.add(
          new InvalidSetting(
              TelemetrySettings.variable(prefix + "headers"),
              null,
              "a list such as key=value,key=value"));
    }
  }

  private InvalidSetting invalid(String property, String expected) {
    return new InvalidSetting(
        TelemetrySettings.variable(property), config.getString(property), expected);
  }

  private void disableTracing(InvalidSetting setting) {
    setting.warn(TRACING_DISABLED);
    replacements.put(SettingNames.DISABLED, "true");
  }
}
