package io.spanloom.deferred.reactor;

import io.opentelemetry.context.Scope;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** A {@code Mono} that starts a span with each subscription. */
final class TracedMono<T> extends MonoOperator<T, T> {

  private final DeferredSpans<? super T> spans;

  TracedMono(Mono<T> source, DeferredSpans<? super T> spans) {
    super(source);
    this.spans = spans;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    DeferredSpan<? super T> span = spans.start(SubscriberContext.of(actual.currentContext()));
    Scope scope = span.context().makeCurrent();
    try {
      source.subscribe(new MonoSubscriber<>(actual, span));
    } finally {
      scope.close();
    }
  }
}
