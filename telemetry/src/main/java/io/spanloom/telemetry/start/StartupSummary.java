package io.spanloom.telemetry.start;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.spanloom.telemetry.settings.Endpoint;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.settings.SettingsCheck;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one line that says what was started, where {@code OTEL_DEBUG} asks for it. */
public final class StartupSummary {

  private static final List<String> RESOURCE = List.of("service.", "deployment.");

  private StartupSummary() {}

  /**
   * Describes a start.
   *
   * @param started what was started; null where it is another's, or nothing
   */
  public static String of(@Nullable RunningSdk started) {
    if (started == null) {
      return GlobalOpenTelemetry.isSet()
          ? "Telemetry is that of an agent, a framework or a configuration file."
          : "Tracing is off.";
    }
    if (started.isDisabled()) {
      return "Tracing is off.";
    }
    return "Telemetry started: spans go to %s, sampler %s, resource {%s}."
        .formatted(
            exporters(started),
            started.sdk().getSdkTracerProvider().getSampler().getDescription(),
            resource(started));
  }

  private static String exporters(RunningSdk started) {
    List<String> names =
        started.config().getList(SettingNames.TRACES_EXPORTER, List.of(SettingsCheck.OTLP));
    return names.stream()
        .map(
            name ->
                name.equals(SettingsCheck.OTLP)
                    ? name + " at " + Endpoint.of(started.config()).shown()
                    : name)
        .collect(Collectors.joining(" and "));
  }

  /** The rest of the resource, of host, process and system, would make more than a line. */
  private static String resource(RunningSdk started) {
    return started.resource().getAttributes().asMap().entrySet().stream()
        .filter(entry -> RESOURCE.stream().anyMatch(entry.getKey().getKey()::startsWith))
        .map(entry -> entry.getKey().getKey() + "=" + entry.getValue())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
