package io.spanloom.deferred.reactor;

import io.opentelemetry.context.Scope;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.TracedSubscription;
import reactor.core.CorePublisher;
import reactor.core.CoreSubscriber;

/** Subscribes to the source of a traced {@code Mono} or {@code Flux}. */
final class TracedSource {

  private TracedSource() {}

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
    TracedSubscription<? super T> subscription =
        TracedSubscription.start(
            spans,
            SubscriberContext.read(subscriber),
            context -> SubscriberContext.inside(context, subscriber));
    Scope scope = subscription.enter();
    try {
      source.subscribe(
          new SpanEndingSubscriber<>(
              actual,
              subscription,
              single,
              SubscriberContext.write(subscriber, subscription.context())));
    } catch (Throwable failure) {
      subscription.span().fail(failure);
      throw failure;
    } finally {
      scope.close();
    }
  }
}
