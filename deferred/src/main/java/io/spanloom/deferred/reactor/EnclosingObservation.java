package io.spanloom.deferred.reactor;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/**
 * The observation of Micrometer around a traced source, remembered in OpenTelemetry's context.
 * Distinguishes an observation that encloses the source's span from one that started inside it.
 * Uses no type of Micrometer.
 */
final class EnclosingObservation {

  /** The key of the observation in Reactor's context, and of its {@code ThreadLocalAccessor}. */
  static final String KEY = "micrometer.observation";

  private static final ContextKey<Object> AROUND = ContextKey.named("spanloom-observation");

  private EnclosingObservation() {}

  /** Returns a context that remembers an observation. */
  static Context remember(Context context, Object observation) {
    return isKnown(context, observation) ? context : context.with(AROUND, observation);
  }

  /** Returns whether a context remembers an observation, compared by identity. */
  static boolean isKnown(@Nullable Context context, Object observation) {
    return context != null && context.get(AROUND) == observation;
  }
}
