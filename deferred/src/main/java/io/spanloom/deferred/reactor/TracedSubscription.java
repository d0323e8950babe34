package io.spanloom.deferred.reactor;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.SubscriptionScopes;
import reactor.core.CorePublisher;
import reactor.core.CoreSubscriber;

/** Subscribes to the source of a traced {@code Mono} or {@code Flux}. */
final class TracedSubscription {

  private TracedSubscription() {}

  /**
   * Starts a span and subscribes.
   *
   * @param single whether the source is a {@code Mono}
   */
  static <T> void subscribe(
      CorePublisher<? extends T> source,
      CoreSubscriber<? super T> actual,
      DeferredSpans<? super T> spans,
      boolean single) {
    reactor.util.context.Context subscriber = actual.currentContext();
    DeferredSpan<? super T> span = spans.start(SubscriberContext.read(subscriber));
    Context inside = SubscriberContext.inside(span.context(), subscriber);
    SubscriptionScopes scopes = SubscriptionScopes.of(inside);
    Scope scope = scopes.enterSource();
    try {
      source.subscribe(
          new SpanSubscriber<>(
              actual, span, single, scopes, SubscriberContext.write(subscriber, inside)));
    } catch (Throwable failure) {
      span.fail(failure);
      throw failure;
    } finally {
      scope.close();
    }
  }
}
