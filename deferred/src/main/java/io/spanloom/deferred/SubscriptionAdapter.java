package io.spanloom.deferred;

import org.jspecify.annotations.Nullable;

/**
 * Replaces a result that is computed for each subscriber, such as a publisher, by one that starts a
 * span with each subscription.
 *
 * @param <R> the declared type of the result
 * @param <T> the type of its values
 */
@FunctionalInterface
public interface SubscriptionAdapter<R extends @Nullable Object, T> {

  /**
   * Returns a result that behaves like the given one. If this method throws, the caller receives
   * the original result and no subscription is traced.
   *
   * @param result the result that the method returned
   * @param spans starts the spans
   * @return the result that the caller receives
   */
  R trace(R result, DeferredSpans<T> spans);
}
