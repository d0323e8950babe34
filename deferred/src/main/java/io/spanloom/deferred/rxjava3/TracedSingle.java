package io.spanloom.deferred.rxjava3;

import io.opentelemetry.context.Scope;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.TracedSubscription;

/** A {@code Single} that starts a span with each subscription. */
final class TracedSingle<T> extends Single<T> {

  private final Single<T> source;
  private final DeferredSpans<? super T> spans;

  TracedSingle(Single<T> source, DeferredSpans<? super T> spans) {
    this.source = source;
    this.spans = spans;
  }

  @Override
  protected void subscribeActual(SingleObserver<? super T> actual) {
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
      implements SingleObserver<T> {

    private final SingleObserver<? super T> actual;
    private final DeferredSpan<? super T> span;

    EndingObserver(SingleObserver<? super T> actual, TracedSubscription<? super T> subscription) {
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
  }
}
