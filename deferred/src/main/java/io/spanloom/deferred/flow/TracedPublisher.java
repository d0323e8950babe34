package io.spanloom.deferred.flow;

import io.opentelemetry.context.Scope;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.SubscriptionScopes;
import java.util.Objects;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;

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
    DeferredSpan<? super T> span = spans.start(null);
    SubscriptionScopes scopes = SubscriptionScopes.of(span.context());
    Scope scope = scopes.enterSource();
    try {
      source.subscribe(new SpanSubscriber<>(actual, span, scopes));
    } catch (Throwable failure) {
      span.fail(failure);
      throw failure;
    } finally {
      scope.close();
    }
  }
}
