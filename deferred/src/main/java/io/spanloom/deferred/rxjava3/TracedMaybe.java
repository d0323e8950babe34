package io.spanloom.deferred.rxjava3;

import io.opentelemetry.context.Scope;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.TracedSubscription;

/** A {@code Maybe} that starts a span with each subscription. */
final class TracedMaybe<T> extends Maybe<T> {

  private final Maybe<T> source;
  private final DeferredSpans<? super T> spans;

  TracedMaybe(Maybe<T> source, DeferredSpans<? super T> spans) {
    this.source = source;
    this.spans = spans;
  }

  @Override
  protected void subscribeActual(MaybeObserver<? super T> actual) {
    TracedSubscription<? super T> subscription = TracedSubscription.start(spans);
    Scope scope = subscription.enter();
    try {
      source.subscribe(new EndingObserver<T>(actual, subscription));
    } catch (Throwable failure) {
      subscription.span().fail(failure);
      throw failure;
    } finally {
      scope.close();
    }
  }

  private static final class EndingObserver<T> extends SpanEndingObserver
      implements MaybeObserver<T> {

    private final MaybeObserver<? super T> actual;
    private final DeferredSpan<? super T> span;

    EndingObserver(MaybeObserver<? super T> actual, TracedSubscription<? super T> subscription) {
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
    public void onSuccess(T value) {
      span.complete(value);
      Scope outside = leave();
      try {
        actual.onSuccess(value);
      } finally {
        outside.close();
      }
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
