package io.spanloom.deferred.mutiny;

import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.AbstractMultiOperator;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.TracedSubscription;

/** A {@code Multi} that starts a span with each subscription. */
final class TracedMulti<T> extends AbstractMultiOperator<T, T> {

  private final DeferredSpans<? super T> spans;

  TracedMulti(Multi<T> source, DeferredSpans<? super T> spans) {
    super(source);
    this.spans = spans;
  }

  @Override
  public void subscribe(MultiSubscriber<? super T> actual) {
    TracedSubscription<? super T> subscription =
        TracedSubscription.start(
            spans, NearestSubscription.contextOf(actual), SubscriptionMark::addTo);
    Scope inside = subscription.enter();
    try {
      upstream().subscribe().withSubscriber(new SpanEndingMultiProcessor<T>(actual, subscription));
    } catch (Throwable failure) {
      subscription.span().fail(failure);
      throw failure;
    } finally {
      inside.close();
    }
  }
}
