package io.spanloom.deferred.rxjava3;

import io.opentelemetry.context.Scope;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.TracedSubscription;

/** A {@code Completable} that starts a span with each subscription. */
final class TracedCompletable extends Completable {

  private final Completable source;
  private final DeferredSpans<?> spans;

  TracedCompletable(Completable source, DeferredSpans<?> spans) {
    this.source = source;
    this.spans = spans;
  }

  @Override
  protected void subscribeActual(CompletableObserver actual) {
    TracedSubscription<?> subscription = TracedSubscription.start(spans);
    Scope scope = subscription.enter();
    try {
      source.subscribe(new EndingObserver(actual, subscription));
    } catch (Throwable failure) {
      subscription.span().fail(failure);
      throw failure;
    } finally {
      scope.close();
    }
  }

  private static final class EndingObserver extends SpanEndingObserver
      implements CompletableObserver {

    private final CompletableObserver actual;
    private final DeferredSpan<?> span;

    EndingObserver(CompletableObserver actual, TracedSubscription<?> subscription) {
      super(subscription);
      this.actual = actual;
      this.span = subscription.span();
    }

    @Override
    void passSubscription() {
      actual.onSubscribe(this);
    }

    @Override
    void passError(Throwable error) {
      actual.onError(error);
    }

    @Override
    public void onComplete() {
      span.complete(null);
      Scope outside = leave();
      try {
        actual.onComplete();
      } finally {
        outside.close();
      }
    }
  }
}
