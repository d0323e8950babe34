package io.spanloom.telemetry;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.spanloom.telemetry.internal.Settings;
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
final class SettingsCheck {

  private static final String NONE = "none";
  static final String OTLP = "otlp";

  /** What has to be a whole number that is more than nothing, with what holds in its place. */
  private static final Map<String, String> COUNTS =
      Map.of(
          Variables.QUEUE_SIZE,
          Variables.DEFAULTS.get(Variables.QUEUE_SIZE),
          Variables.BATCH_SIZE,
          Variables.DEFAULTS.get(Variables.BATCH_SIZE),
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
          Variables.SCHEDULE_DELAY,
          Variables.DEFAULTS.get(Variables.SCHEDULE_DELAY),
          Variables.EXPORT_TIMEOUT,
          Variables.DEFAULTS.get(Variables.EXPORT_TIMEOUT),
          Variables.OTLP + "timeout",
          "10000",
          Variables.OTLP_TRACES + "timeout",
          "10000",
          Variables.SHUTDOWN_TIMEOUT,
          Variables.DEFAULTS.get(Variables.SHUTDOWN_TIMEOUT));

  private final ConfigProperties config;
  private final Map<String, String> replaced = new HashMap<>();

  private SettingsCheck(ConfigProperties config) {
    this.config = config;
  }

  /** Returns what holds in place of what cannot be used, having said so. */
  static Map<String, String> replacements(ConfigProperties config) {
    SettingsCheck check = new SettingsCheck(config);
    if (!config.getBoolean(Variables.DISABLED, false)) {
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
    int queue = settled(Variables.QUEUE_SIZE);
    if (settled(Variables.BATCH_SIZE) > queue) {
      replaced.put(Variables.BATCH_SIZE, Integer.toString(queue));
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
    Sentences.warn(
        "%s=%s %s: %s is used."
            .formatted(Settings.variable(property), config.getString(property), fault, inPlace));
    replaced.put(property, inPlace);
  }

  /** OpenTelemetry's own words do not name the variable; a percentage is a usual mistake. */
  private void ratio() {
    if (!config.getString(Variables.SAMPLER, "").endsWith("traceidratio")) {
      return;
    }
    try {
      double ratio = config.getDouble(Variables.SAMPLER_ARG, 1);
      if (ratio >= 0 && ratio <= 1) {
        return;
      }
    } catch (ConfigurationException unreadable) {
      // Said below, as for one that is out of range.
    }
    turnOff(
        "%s=%s is not a ratio from 0 to 1"
            .formatted(
                Settings.variable(Variables.SAMPLER_ARG), config.getString(Variables.SAMPLER_ARG)));
  }

  private List<String> destinations() {
    List<String> exporters = config.getList(Variables.TRACES_EXPORTER, List.of(OTLP));
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
      headers(faults, Variables.OTLP);
      headers(faults, Variables.OTLP_TRACES);
    }
    return faults;
  }

  /** OpenTelemetry's own words would show the headers, which hold passwords. */
  private void headers(List<String> faults, String prefix) {
    try {
      config.getMap(prefix + "headers");
    } catch (ConfigurationException unreadable) {
      faults.add(
          Settings.variable(prefix + "headers") + " is not a list such as key=value,key=value");
    }
  }

  private void turnOff(String fault) {
    Sentences.warn("Tracing is off: " + fault + ".");
    replaced.put(Variables.DISABLED, "true");
  }
}
