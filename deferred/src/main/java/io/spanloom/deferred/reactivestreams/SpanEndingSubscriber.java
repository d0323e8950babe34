package io.spanloom.deferred.reactivestreams;

import io.opentelemetry.context.Scope;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.TracedSubscription;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Ends a span when a publisher completes. Hands on each signal, even one that is not allowed. */
final class SpanEndingSubscriber<T> implements Subscriber<T>, Subscription {

  private final Subscriber<? super T> actual;
  private final DeferredSpan<? super T> span;
  private final TracedSubscription<? super T> subscription;
  private @Nullable Subscription upstream;

  SpanEndingSubscriber(Subscriber<? super T> actual, TracedSubscription<? super T> subscription) {
    this.actual = actual;
    this.span = subscription.span();
    this.subscription = subscription;
  }

  @Override
  public void onSubscribe(Subscription next) {
    if (upstream != null) {
      next.cancel(); // the specification requires it
      return;
    }
    upstream = next;
    Scope scope = subscription.leave();
    try {
      actual.onSubscribe(this);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onNext(T value) {
    span.next(value);
    Scope scope = subscription.leave();
    try {
      actual.onNext(value);
    } catch (Throwable failure) {
      span.fail(failure);
      throw failure;
    } finally {
      scope.close();
    }
  }

  @Override
  public void onError(Throwable error) {
    span.fail(error);
    Scope scope = subscription.leave();
    try {
      actual.onError(error);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onComplete() {
    span.complete(null);
    Scope scope = subscription.leave();
    try {
      actual.onComplete();
    } finally {
      scope.close();
    }
  }

  @Override
  public void request(long n) {
    Subscription source = upstream;
    if (source != null) {
      Scope scope = subscription.enter();
      try {
        source.request(n);
      } finally {
        scope.close();
      }
    }
  }

  @Override
  public void cancel() {
    span.cancel();
    Subscription source = upstream;
    if (source != null) {
      Scope scope = subscription.enter();
      try {
        source.cancel();
      } finally {
        scope.close();
      }
    }
  }
}
