package io.spanloom.deferred.reactor;

import io.opentelemetry.context.Context;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * Reads and writes OpenTelemetry's context inside Reactor's context. Calls other libraries, such as
 * the handlers of an observation. If they fail, their context is not used: tracing must not fail
 * the subscription, and this module cannot log the failure.
 */
final class SubscriberContext {

  // Lambda expressions, because a method reference would load its class before the check.
  private static final boolean OBSERVATIONS_ARE_PRESENT =
      isPresent(() -> Observations.arePresent());
  private static final boolean LIBRARY_IS_PRESENT =
      isPresent(() -> ReactorLibraryContext.isPresent());

  static {
    isPresent(() -> SpanContextAccessor.registerLast());
  }

  private SubscriberContext() {}

  /**
   * Returns the context that a subscriber supplies: the innermost of Spanloom's, that of
   * OpenTelemetry's library for Reactor, and that of Micrometer's current observation. Never
   * throws.
   *
   * @return the context, or null if the subscriber supplies none
   */
  static @Nullable Context read(ContextView subscriber) {
    if (subscriber.isEmpty()) {
      return null;
    }
    Context own =
        ReactorContextEntry.contextOf(subscriber.getOrDefault(ReactorContextEntry.NAME, null));
    try {
      Object observation = observation(subscriber);
      if (observation != null && !EnclosingObservation.isKnown(own, observation)) {
        return Observations.contextOf(observation, own);
      }
      // Spanloom writes both keys, so that a difference is a later change of the library's.
      return LIBRARY_IS_PRESENT ? ReactorLibraryContext.read(subscriber, own) : own;
    } catch (Throwable failure) {
      return own;
    }
  }

  /** Returns the context of a source, which remembers the observation around it. Never throws. */
  static Context inside(Context span, ContextView subscriber) {
    try {
      Object observation = observation(subscriber);
      return observation == null ? span : EnclosingObservation.remember(span, observation);
    } catch (Throwable failure) {
      return span;
    }
  }

  /** Returns the context with which a source is subscribed to. */
  static reactor.util.context.Context write(
      reactor.util.context.Context subscriber, Context inside) {
    reactor.util.context.Context result = subscriber.put(ReactorContextEntry.NAME, inside);
    return LIBRARY_IS_PRESENT ? ReactorLibraryContext.write(result, inside) : result;
  }

  private static @Nullable Object observation(ContextView subscriber) {
    return OBSERVATIONS_ARE_PRESENT
        ? subscriber.getOrDefault(EnclosingObservation.KEY, null)
        : null;
  }

  /** Returns false if a library is absent, or fails: other registered accessors run here, too. */
  private static boolean isPresent(BooleanSupplier use) {
    try {
      return use.getAsBoolean();
    } catch (RuntimeException | LinkageError absent) {
      return false;
    }
  }
}
