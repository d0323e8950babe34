package io.spanloom.deferred.mutiny;

import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.UniInterceptor;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import io.spanloom.deferred.TracedSubscription;

/**
 * Makes the span of a traced subscription current while its operators receive signals, on any
 * thread. Mutiny loads this class as a service; it does not change subscriptions that are not
 * traced.
 */
public final class SpanUniInterceptor implements UniInterceptor {

  /** Called by Mutiny. */
  public SpanUniInterceptor() {}

  @Override
  public <T> UniSubscriber<? super T> onSubscription(
      Uni<T> instance, UniSubscriber<? super T> subscriber) {
    if (subscriber instanceof TracedSubscriber) {
      return subscriber;
    }
    TracedSubscription<?> nearest = NearestSubscription.of(subscriber);
    return nearest == null ? subscriber : new InSpan<T>(subscriber, nearest);
  }

  private record InSpan<T>(UniSubscriber<? super T> actual, TracedSubscription<?> subscription)
      implements UniSubscriber<T>, TracedSubscriber {

    @Override
    public Context context() {
      Context searched = NearestSubscription.end(subscription);
      return searched == null ? actual.context() : searched;
    }

    @Override
    public void onSubscribe(UniSubscription upstream) {
      Scope inside = subscription.enter();
      try {
        actual.onSubscribe(upstream);
      } finally {
        inside.close();
      }
    }

    @Override
    public void onItem(T item) {
      Scope inside = subscription.enter();
      try {
        actual.onItem(item);
      } finally {
        inside.close();
      }
    }

    @Override
    public void onFailure(Throwable failure) {
      Scope inside = subscription.enter();
      try {
        actual.onFailure(failure);
      } finally {
        inside.close();
      }
    }
  }
}
