package io.spanloom.deferred.reactor;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** The entry of OpenTelemetry's context in Reactor's context: its key, and its values. */
final class ReactorContextEntry {

  static final String NAME = "io.opentelemetry.context.Context";

  private ReactorContextEntry() {}

  /**
   * A context that was current inside an observation of Micrometer, instead of the bare context.
   */
  private record Captured(Context context, Object observation) {}

  /** Returns the value for a context that is current inside an observation. */
  static Object captured(Context context, Object observation) {
    return EnclosingObservation.isKnown(context, observation)
        ? context
        : new Captured(context, observation);
  }

  /** Returns the context of a value, or null if it has none. */
  static @Nullable Context contextOf(@Nullable Object value) {
    if (value instanceof Captured captured) {
      return captured.context;
    }
    return value instanceof Context context ? context : null;
  }

  /** Returns whether the context of a value was made current inside an observation. */
  static boolean isInside(Object observation, Object value) {
    return value instanceof Captured captured
        ? captured.observation == observation
        : EnclosingObservation.isKnown(contextOf(value), observation);
  }
}
