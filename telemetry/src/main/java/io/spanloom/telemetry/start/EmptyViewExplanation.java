package io.spanloom.telemetry.start;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.settings.TelemetrySettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Explains why the trace views, which a developer watches, show no span. */
final class EmptyViewExplanation {

  private static final Set<String> VIEWS = Set.of("tree", "page");
  private static final String DISABLED_METHODS = "spanloom.disabled";

  private EmptyViewExplanation() {}

  /** Returns one line with the likely causes, or empty if there are spans or no view is enabled. */
  static Optional<String> explain(OpenTelemetrySdk sdk, ResolvedSettings settings) {
    List<String> views =
        settings.config().getList(SettingNames.TRACES_EXPORTER).stream()
            .filter(VIEWS::contains)
            .toList();
    return views.isEmpty() || settings.delivery().hasSpans()
        ? Optional.empty()
        : Optional.of(
            "No span reached the exporter %s. Likely causes: %s"
                .formatted(String.join(" and ", views), causes(sdk)));
  }

  private static String causes(OpenTelemetrySdk sdk) {
    String disabled = TelemetrySettings.text(DISABLED_METHODS);
    return (disabled == null ? "" : DISABLED_METHODS + " is '" + disabled + "'; ")
        + "no traced method has run and ended; its class is not woven, because it was compiled"
        + " without the annotation processor; Spans.disable was called, or another OpenTelemetry was"
        + " installed; the sampler "
        + sdk.getSdkTracerProvider().getSampler().getDescription()
        + " dropped all traces.";
  }
}
