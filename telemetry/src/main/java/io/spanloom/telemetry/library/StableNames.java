package io.spanloom.telemetry.library;

import io.spanloom.telemetry.settings.TelemetrySettings;

/**
 * Opts in to the stable semantic conventions for databases, which OpenTelemetry's instrumentations
 * use by default only from version 3 on.
 */
final class StableNames {

  private static final String OPT_IN = "otel.semconv-stability.opt-in";

  private StableNames() {}

  /**
   * Opts in unless the user has set the property. Call this before any instrumentation exists: the
   * first one reads the property, once per JVM.
   */
  static void choose() {
    if (TelemetrySettings.text(OPT_IN) == null) {
      System.setProperty(OPT_IN, "database");
    }
  }
}
