package io.spanloom.deferred.reactor;

import io.micrometer.observation.NullObservation;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** Observations of Micrometer, whose spans may be those of OpenTelemetry. */
final class Observations {

  private Observations() {}

  /** Returns true, or throws a {@link LinkageError} if Micrometer's observations are absent. */
  static boolean arePresent() {
    return Observation.class.isInterface();
  }

  /** Returns whether an object is an observation that may have a span. */
  static boolean mayHaveSpan(@Nullable Object value) {
    return value instanceof Observation observation
        && !observation.isNoop()
        && !(value instanceof NullObservation);
  }

  /**
   * Returns the context that an observation makes current.
   *
   * @param value the observation in Reactor's context
   * @param otherwise the context around it, or null for the current one; also the result if the
   *     observation adds no span to it
   * @throws RuntimeException if a handler of the observation fails; the scopes are as before
   */
  static @Nullable Context contextOf(Object value, @Nullable Context otherwise) {
    if (!mayHaveSpan(value)) {
      return otherwise;
    }
    Observation observation = (Observation) value;
    ObservationRegistry registry = observation.getObservationRegistry();
    Observation.Scope outer = registry.getCurrentObservationScope();
    Context before = Context.current();
    Context base = otherwise == null ? before : otherwise;
    Scope around = ContextStorage.get().attach(base);
    try {
      Context observed = currentIn(observation);
      return observed == base ? otherwise : observed;
    } finally {
      if (around != null) {
        around.close();
      }
      restore(before);
      restore(registry, outer);
    }
  }

  private static Context currentIn(Observation observation) {
    Observation.Scope scope = observation.openScope();
    try {
      return Context.current();
    } finally {
      scope.close();
    }
  }

  /** Leaves the contexts that remain current because a handler failed. */
  private static void restore(Context before) {
    if (Context.current() != before) {
      ContextStorage.get().attach(before);
    }
  }

  /** Leaves the scope of an observation that remains current because a handler failed. */
  private static void restore(ObservationRegistry registry, Observation.@Nullable Scope outer) {
    if (registry.getCurrentObservationScope() != outer) {
      registry.setCurrentObservationScope(outer);
    }
  }
}
