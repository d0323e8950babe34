package io.spanloom.telemetry.start;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import io.spanloom.telemetry.settings.OtlpEndpoint;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.settings.SettingsCheck;
import java.util.List;
import java.util.stream.Collectors;

/** Describes a started SDK in one line, which is logged if {@code OTEL_DEBUG} is true. */
final class StartupSummary {

  /** The rest of the resource (host, process, operating system) would not fit into one line. */
  private static final List<String> RESOURCE_PREFIXES = List.of("service.", "deployment.");

  private StartupSummary() {}

  static String of(OpenTelemetrySdk sdk, ResolvedSettings settings) {
    return "Telemetry started: exporting to %s, sampler %s, resource {%s}."
        .formatted(
            exporters(settings.config()),
            sdk.getSdkTracerProvider().getSampler().getDescription(),
            attributes(settings.resource()));
  }

  private static String exporters(ConfigProperties config) {
    return config.getList(SettingNames.TRACES_EXPORTER, List.of(SettingsCheck.OTLP)).stream()
        .map(
            name ->
                name.equals(SettingsCheck.OTLP)
                    ? name + " at " + OtlpEndpoint.of(config).displayName()
                    : name)
        .collect(Collectors.joining(" and "));
  }

  private static String attributes(Resource resource) {
    return resource.getAttributes().asMap().entrySet().stream()
        .filter(entry -> RESOURCE_PREFIXES.stream().anyMatch(entry.getKey().getKey()::startsWith))
        .map(entry -> entry.getKey().getKey() + "=" + entry.getValue())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
