package io.spanloom.deferred.mutiny;

import io.smallrye.mutiny.infrastructure.MultiInterceptor;
import io.spanloom.deferred.TracedSubscription;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;

/**
 * Makes the span of a traced subscription current while its operators receive signals and requests,
 * on any thread. Mutiny loads this class as a service; it does not change subscriptions that are
 * not traced.
 */
public final class SpanMultiInterceptor implements MultiInterceptor {

  /** Called by Mutiny. */
  public SpanMultiInterceptor() {}

  @Override
  public <T> Subscriber<? super T> onSubscription(
      Publisher<? extends T> instance, Subscriber<? super T> subscriber) {
    if (subscriber instanceof TracedSubscriber) {
      return subscriber;
    }
    TracedSubscription<?> nearest = NearestSubscription.of(subscriber);
    return nearest == null ? subscriber : new ScopedSubscriber<T>(subscriber, nearest);
  }
}
