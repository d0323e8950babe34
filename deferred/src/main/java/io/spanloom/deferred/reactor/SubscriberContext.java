package io.spanloom.deferred.reactor;

import io.opentelemetry.context.Context;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * OpenTelemetry's context inside Reactor's context. Other libraries run here, such as the handlers
 * of an observation. If they fail, their context is not used: tracing must not fail the
 * subscription, and this module has no means to log the failure.
 */
final class SubscriberContext {

  // Lambda expressions, because a method reference would load its class before the check.
  private static final boolean OBSERVATIONS_ARE_PRESENT =
      isPresent(() -> Observations.arePresent());
  private static final boolean LIBRARY_IS_PRESENT = isPresent(() -> LibraryContext.isPresent());

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
    Context own = ReactorKey.contextOf(subscriber.getOrDefault(ReactorKey.NAME, null));
    try {
      Object observation = observation(subscriber);
      if (observation != null && !Observed.isKnown(own, observation)) {
        return Observations.contextOf(observation, own);
      }
      // Spanloom writes both keys, so that a difference is a later change of the library's.
      return LIBRARY_IS_PRESENT ? LibraryContext.read(subscriber, own) : own;
    } catch (Throwable failure) {
      return own;
    }
  }

  /** Returns the context of a source, which remembers the observation around it. Never throws. */
  static Context inside(Context span, ContextView subscriber) {
    try {
      Object observation = observation(subscriber);
      return observation == null ? span : Observed.remember(span, observation);
    } catch (Throwable failure) {
      return span;
    }
  }

  /** Returns the context with which a source is subscribed to. */
  static reactor.util.context.Context write(
      reactor.util.context.Context subscriber, Context inside) {
    reactor.util.context.Context result = subscriber.put(ReactorKey.NAME, inside);
    return LIBRARY_IS_PRESENT ? LibraryContext.write(result, inside) : result;
  }

  private static @Nullable Object observation(ContextView subscriber) {
    return OBSERVATIONS_ARE_PRESENT ? subscriber.getOrDefault(Observed.KEY, null) : null;
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
