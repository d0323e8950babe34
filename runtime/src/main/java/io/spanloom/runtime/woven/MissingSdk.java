package io.spanloom.runtime.woven;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;

/**
 * Logs, once per process, that methods are traced while no OpenTelemetry is registered. Otherwise a
 * program without spans would not show why.
 */
final class MissingSdk {

  private static final BooleanSetting SDK_DISABLED = BooleanSetting.of("otel.sdk.disabled");

  /** Settings that only an SDK reads: whoever sets one expects spans. */
  private static final List<String> SDK_SETTINGS =
      List.of(
          "otel.traces.exporter",
          "otel.exporter.otlp.endpoint",
          "otel.exporter.otlp.traces.endpoint",
          "otel.service.name");

  private static final AtomicBoolean REPORTED = new AtomicBoolean();

  private MissingSdk() {}

  /** Logs the likely causes, unless that was done before or tracing is disabled on purpose. */
  static void report() {
    if (REPORTED.get()
        || SDK_DISABLED.isOn()
        || !TracingSwitches.current().isOn(null)
        || !REPORTED.compareAndSet(false, true)) {
      return;
    }
    String setting = firstSetting();
    RuntimeLog.log(setting.isEmpty() ? Level.INFO : Level.WARNING, setting + message(), null);
  }

  /** Suppresses the message, because the cause was logged. */
  static void suppress() {
    REPORTED.set(true);
  }

  private static String firstSetting() {
    return SDK_SETTINGS.stream()
        .filter(property -> RuntimeSettings.get(property) != null)
        .findFirst()
        .map(property -> property + " is set, but no OpenTelemetry SDK has started to read it. ")
        .orElse("");
  }

  private static String message() {
    return "A traced method was called, but no OpenTelemetry is registered, so traced methods create"
        + " no spans until one is. Likely causes: the program does not call Telemetry.start(), or"
        + " calls it later; the framework does not register its OpenTelemetry globally, and it was"
        + " not passed to Spans.install; the OpenTelemetry agent is not attached. If you want no"
        + " spans, set spanloom.disabled to *. Logged once.";
  }
}
