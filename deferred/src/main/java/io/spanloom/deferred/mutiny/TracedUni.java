package io.spanloom.deferred.mutiny;

import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.operators.UniOperator;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.TracedSubscription;

/** A {@code Uni} that starts a span with each subscription. */
final class TracedUni<T> extends UniOperator<T, T> {

  private final DeferredSpans<? super T> spans;

  TracedUni(Uni<T> source, DeferredSpans<? super T> spans) {
    super(source);
    this.spans = spans;
  }

  @Override
  public void subscribe(UniSubscriber<? super T> actual) {
    TracedSubscription<? super T> subscription =
        TracedSubscription.start(
            spans, NearestSubscription.contextOf(actual), SubscriptionMark::addTo);
    Scope inside = subscription.enter();
    try {
      AbstractUni.subscribe(upstream(), new SpanEndingUniProcessor<T>(actual, subscription));
    } catch (Throwable failure) {
      subscription.span().fail(failure);
      throw failure;
    } finally {
      inside.close();
    }
  }
}
