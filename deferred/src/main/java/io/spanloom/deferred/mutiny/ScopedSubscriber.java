package io.spanloom.deferred.mutiny;

import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.subscription.ContextSupport;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.spanloom.deferred.TracedSubscription;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Forwards signals and requests of a {@code Multi} in the context of a traced subscription. */
final class ScopedSubscriber<T>
    implements MultiSubscriber<T>, Subscription, ContextSupport, TracedSubscriber {

  private final Subscriber<? super T> actual;
  private final TracedSubscription<?> subscription;
  private @Nullable Subscription upstream;

  ScopedSubscriber(Subscriber<? super T> actual, TracedSubscription<?> subscription) {
    this.actual = actual;
    this.subscription = subscription;
  }

  @Override
  public TracedSubscription<?> subscription() {
    return subscription;
  }

  @Override
  public Context context() {
    Context searched = NearestSubscription.end(subscription);
    if (searched != null) {
      return searched;
    }
    return actual instanceof ContextSupport chain ? chain.context() : Context.empty();
  }

  @Override
  public void onSubscribe(Subscription source) {
    if (upstream != null) {
      source.cancel();
      return;
    }
    upstream = source;
    Scope inside = subscription.enter();
    try {
      actual.onSubscribe(this);
    } finally {
      inside.close();
    }
  }

  @Override
  public void onItem(T item) {
    Scope inside = subscription.enter();
    try {
      actual.onNext(item);
    } finally {
      inside.close();
    }
  }

  @Override
  public void onFailure(Throwable failure) {
    Scope inside = subscription.enter();
    try {
      actual.onError(failure);
    } finally {
      inside.close();
    }
  }

  @Override
  public void onCompletion() {
    Scope inside = subscription.enter();
    try {
      actual.onComplete();
    } finally {
      inside.close();
    }
  }

  @Override
  public void request(long n) {
    if (upstream != null) {
      Scope inside = subscription.enter();
      try {
        upstream.request(n);
      } finally {
        inside.close();
      }
    }
  }

  @Override
  public void cancel() {
    if (upstream != null) {
      upstream.cancel();
    }
  }
}
