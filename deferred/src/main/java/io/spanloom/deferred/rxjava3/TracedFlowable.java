package io.spanloom.deferred.rxjava3;

import io.opentelemetry.context.Scope;
import io.reactivex.rxjava3.core.Flowable;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.TracedSubscription;
import org.reactivestreams.Subscriber;

/** A {@code Flowable} that starts a span with each subscription. */
final class TracedFlowable<T> extends Flowable<T> {

  private final Flowable<T> source;
  private final DeferredSpans<? super T> spans;

  TracedFlowable(Flowable<T> source, DeferredSpans<? super T> spans) {
    this.source = source;
    this.spans = spans;
  }

  @Override
  protected void subscribeActual(Subscriber<? super T> actual) {
    TracedSubscription<? super T> subscription = TracedSubscription.start(spans);
    Scope scope = subscription.enter();
    try {
      source.subscribe(new SpanEndingFusedSubscriber<T>(actual, subscription));
    } catch (Throwable failure) {
      subscription.span().fail(failure);
      throw failure;
    } finally {
      scope.close();
    }
  }
}
