package io.spanloom.telemetry.start;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.runtime.CallDurations;
import io.spanloom.runtime.spi.CallListeners;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.settings.TelemetrySettings;
import io.spanloom.telemetry.settings.UserLog;

/** Records the durations of calls if {@code SPANLOOM_METRICS} is true. Not part of the API. */
public final class DurationMetrics {

  private static final String IGNORED =
      TelemetrySettings.variable(SettingNames.METRICS) + " is ignored: ";

  private DurationMetrics() {}

  /**
   * Records durations if the setting is true. Logs a warning if that is not possible. Never throws.
   *
   * @param openTelemetry the instance that supplies the meter
   * @return whether durations are recorded
   */
  public static boolean install(OpenTelemetry openTelemetry) {
    if (!TelemetrySettings.isTrue(SettingNames.METRICS)) {
      return false;
    }
    if (CallListeners.get() != null) {
      UserLog.warn(IGNORED + "the program has installed its own CallListener.");
      return false;
    }
    try {
      boolean installed = CallDurations.install(openTelemetry);
      if (!installed) {
        UserLog.warn(
            IGNORED
                + "no metrics are exported. Set %s to an exporter, such as otlp."
                    .formatted(TelemetrySettings.variable(SettingNames.METRICS_EXPORTER)));
      }
      return installed;
    } catch (RuntimeException | LinkageError failure) {
      UserLog.warn(IGNORED + failure);
      return false;
    }
  }
}
