package io.spanloom.deferred.reactor;

import io.spanloom.deferred.DeferredSpan;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Ends a span when a {@code Mono} completes, and hands each signal on. */
final class MonoSubscriber<T> implements CoreSubscriber<T>, Subscription {

  private final CoreSubscriber<? super T> actual;
  private final DeferredSpan<? super T> span;
  private final Context context;
  private @Nullable Subscription upstream;

  MonoSubscriber(CoreSubscriber<? super T> actual, DeferredSpan<? super T> span) {
    this.actual = actual;
    this.span = span;
    this.context = actual.currentContext().put(SubscriberContext.KEY, span.context());
  }

  @Override
  public Context currentContext() {
    return context;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    upstream = subscription;
    actual.onSubscribe(this);
  }

  @Override
  public void onNext(T value) {
    span.complete(value);
    actual.onNext(value);
  }

  @Override
  public void onError(Throwable error) {
    span.fail(error);
    actual.onError(error);
  }

  @Override
  public void onComplete() {
    span.complete(null);
    actual.onComplete();
  }

  @Override
  public void request(long n) {
    if (upstream != null) {
      upstream.request(n);
    }
  }

  @Override
  public void cancel() {
    span.cancel();
    if (upstream != null) {
      upstream.cancel();
    }
  }
}
