package io.spanloom.runtime.woven;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Tracer;

/**
 * The methods that the oldest supported OpenTelemetry API (1.37) lacks. Frameworks manage the
 * version of the API, so the runtime must work with an older one than it was compiled against.
 *
 * <p>No other class refers to these methods. Their presence is determined once, when this class is
 * initialized; from then on, it is a constant to the JIT compiler.
 */
final class NewerApi {

  private static final Tracer NOOP = OpenTelemetry.noop().getTracer("");

  private static final DoubleHistogram NOOP_HISTOGRAM =
      OpenTelemetry.noop().getMeter("").histogramBuilder("noop").build();

  private static final boolean HAS_IS_ENABLED = hasIsEnabled();
  private static final boolean HAS_IS_HISTOGRAM_ENABLED = hasIsHistogramEnabled();
  private static final boolean HAS_IS_SET = hasIsSet();

  private NewerApi() {}

  /**
   * Returns whether a tracer can create spans. Before 1.61, the API has no such method, and only
   * the no-op tracer is known to create none.
   */
  static boolean isEnabled(Tracer tracer) {
    return HAS_IS_ENABLED ? tracer.isEnabled() : tracer != NOOP;
  }

  /**
   * Returns whether a histogram records values. Before 1.61, the API has no such method, and only
   * the no-op histogram is known to record none.
   */
  static boolean isEnabled(DoubleHistogram histogram) {
    return HAS_IS_HISTOGRAM_ENABLED ? histogram.isEnabled() : histogram != NOOP_HISTOGRAM;
  }

  /** Returns whether a global instance is set, without setting one. */
  static boolean isGlobalSet() {
    return HAS_IS_SET ? GlobalOpenTelemetry.isSet() : GlobalOpenTelemetryField.isSet();
  }

  private static boolean hasIsEnabled() {
    try {
      boolean unused = NOOP.isEnabled();
      return true;
    } catch (NoSuchMethodError older) {
      return false;
    }
  }

  private static boolean hasIsHistogramEnabled() {
    try {
      boolean unused = NOOP_HISTOGRAM.isEnabled();
      return true;
    } catch (NoSuchMethodError older) {
      return false;
    }
  }

  private static boolean hasIsSet() {
    try {
      boolean unused = GlobalOpenTelemetry.isSet();
      return true;
    } catch (NoSuchMethodError older) {
      return false;
    }
  }
}
