package io.spanloom.telemetry.library;

import io.spanloom.telemetry.settings.TelemetrySettings;

/**
 * The choice of the stable names of the semantic conventions for databases, which OpenTelemetry's
 * instrumentations make only where they are told to, until their version 3.
 */
final class StableNames {

  private static final String OPT_IN = "otel.semconv-stability.opt-in";

  private StableNames() {}

  /**
   * Chooses them unless the user has chosen. Any instrumentation reads the choice when it is made,
   * once for the whole program, so this has to come before.
   */
  static void choose() {
    if (TelemetrySettings.text(OPT_IN) == null) {
      System.setProperty(OPT_IN, "database");
    }
  }
}
