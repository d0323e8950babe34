package io.spanloom.deferred.reactivestreams;

import io.opentelemetry.context.Scope;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.TracedSubscription;
import java.util.Objects;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** A publisher that starts a span with each subscription. */
final class TracedPublisher<T> implements Publisher<T> {

  private final Publisher<T> source;
  private final DeferredSpans<? super T> spans;

  TracedPublisher(Publisher<T> source, DeferredSpans<? super T> spans) {
    this.source = source;
    this.spans = spans;
  }

  @Override
  public void subscribe(Subscriber<? super T> actual) {
    Objects.requireNonNull(actual, "subscriber"); // the specification requires the exception
    TracedSubscription<? super T> subscription = TracedSubscription.start(spans);
    Scope scope = subscription.enter();
    try {
      source.subscribe(new SpanEndingSubscriber<>(actual, subscription));
    } catch (Throwable failure) {
      subscription.span().fail(failure);
      throw failure;
    } finally {
      scope.close();
    }
  }
}
