package io.spanloom.deferred.rxjava3;

import io.opentelemetry.context.Scope;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Observer;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.TracedSubscription;

/** An {@code Observable} that starts a span with each subscription. */
final class TracedObservable<T> extends Observable<T> {

  private final Observable<T> source;
  private final DeferredSpans<? super T> spans;

  TracedObservable(Observable<T> source, DeferredSpans<? super T> spans) {
    this.source = source;
    this.spans = spans;
  }

  @Override
  protected void subscribeActual(Observer<? super T> actual) {
    TracedSubscription<? super T> subscription = TracedSubscription.start(spans);
    Scope scope = subscription.enter();
    try {
      source.subscribe(new SpanEndingFusedObserver<T>(actual, subscription));
    } catch (Throwable failure) {
      subscription.span().fail(failure);
      throw failure;
    } finally {
      scope.close();
    }
  }
}
