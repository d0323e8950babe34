package io.spanloom.deferred.reactor;

import io.micrometer.observation.NullObservation;
import io.micrometer.observation.Observation;
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
   */
  static @Nullable Context contextOf(Object value, @Nullable Context otherwise) {
    if (!mayHaveSpan(value)) {
      return otherwise;
    }
    Context base = otherwise == null ? Context.current() : otherwise;
    Scope around = ContextStorage.get().attach(base);
    Observation.Scope scope = ((Observation) value).openScope();
    try {
      Context observed = Context.current();
      return observed == base ? otherwise : observed;
    } finally {
      scope.close();
      if (around != null) {
        around.close();
      }
    }
  }
}
