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
 * Reads the settings before OpenTelemetry does, which would give up at the first that it cannot
 * read, and says of each what is wrong with it: a number that is none has its default in its place;
 * where spans cannot go anywhere, tracing is off.
 */
public final class SettingsCheck {

  private static final String NONE = "none";
  public static final String OTLP = "otlp";

  /** What has to be a whole number that is more than nothing, with what holds in its place. */
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

  /** What has to be a time that is not negative, with what holds in its place. */
  private static final Map<String, String> TIMES =
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
  private final Map<String, String> replaced = new HashMap<>();

  private SettingsCheck(ConfigProperties config) {
    this.config = config;
  }

  /** Returns what holds in place of what cannot be used, having said so. */
  public static Map<String, String> replacements(ConfigProperties config) {
    SettingsCheck check = new SettingsCheck(config);
    if (!config.getBoolean(SettingNames.DISABLED, false)) {
      COUNTS.forEach(check::count);
      check.batch();
      TIMES.forEach(check::time);
      check.destinations().forEach(check::turnOff);
      check.ratio();
    }
    return check.replaced;
  }

  private void count(String property, String inPlace) {
    try {
      Integer value = config.getInt(property);
      if (value == null || value > 0) {
        return;
      }
    } catch (ConfigurationException unreadable) {
      // Said below, as for a number that is too small.
    }
    replace(property, "is not a whole number above 0", inPlace);
  }

  /** Only a queue's size is usually set, and no batch can be larger. */
  private void batch() {
    int queue = settled(SettingNames.QUEUE_SIZE);
    if (settled(SettingNames.BATCH_SIZE) > queue) {
      replaced.put(SettingNames.BATCH_SIZE, Integer.toString(queue));
    }
  }

  private int settled(String property) {
    String inPlace = replaced.get(property);
    return inPlace == null ? config.getInt(property, 1) : Integer.parseInt(inPlace);
  }

  private void time(String property, String inPlace) {
    try {
      Duration value = config.getDuration(property);
      if (value == null || !value.isNegative()) {
        return;
      }
    } catch (ConfigurationException unreadable) {
      // Said below, as for a negative one.
    }
    replace(property, "is not a time such as 500ms, 10s or 10000 (milliseconds)", inPlace);
  }

  private void replace(String property, String fault, String inPlace) {
    UserLog.warn(
        "%s=%s %s: %s is used."
            .formatted(
                TelemetrySettings.variable(property), config.getString(property), fault, inPlace));
    replaced.put(property, inPlace);
  }

  /** OpenTelemetry's own words do not name the variable; a percentage is a usual mistake. */
  private void ratio() {
    if (!config.getString(SettingNames.SAMPLER, "").endsWith("traceidratio")) {
      return;
    }
    try {
      double ratio = config.getDouble(SettingNames.SAMPLER_ARG, 1);
      if (ratio >= 0 && ratio <= 1) {
        return;
      }
    } catch (ConfigurationException unreadable) {
      // Said below, as for one that is out of range.
    }
    turnOff(
        "%s=%s is not a ratio from 0 to 1"
            .formatted(
                TelemetrySettings.variable(SettingNames.SAMPLER_ARG),
                config.getString(SettingNames.SAMPLER_ARG)));
  }

  private List<String> destinations() {
    List<String> exporters = config.getList(SettingNames.TRACES_EXPORTER, List.of(OTLP));
    List<String> faults = new ArrayList<>();
    TreeSet<String> known = new TreeSet<>();
    config
        .getComponentLoader()
        .load(ConfigurableSpanExporterProvider.class)
        .forEach(provider -> known.add(provider.getName()));
    known.add(NONE);
    exporters.stream()
        .filter(exporter -> !known.contains(exporter))
        .map(
            exporter ->
                "OTEL_TRACES_EXPORTER=%s is not known; on the class path are %s"
                    .formatted(exporter, String.join(", ", known)))
        .forEach(faults::add);
    if (exporters.contains(OTLP)) {
      Endpoint.of(config).fault().ifPresent(faults::add);
      headers(faults, SettingNames.OTLP);
      headers(faults, SettingNames.OTLP_TRACES);
    }
    return faults;
  }

  /** OpenTelemetry's own words would show the headers, which hold passwords. */
  private void headers(List<String> faults, String prefix) {
    try {
      config.getMap(prefix + "headers");
    } catch (ConfigurationException unreadable) {
      faults.add(
          TelemetrySettings.variable(prefix + "headers")
              + " is not a list such as key=value,key=value");
    }
  }

  private void turnOff(String fault) {
    UserLog.warn("Tracing is off: " + fault + ".");
    replaced.put(SettingNames.DISABLED, "true");
  }
}
