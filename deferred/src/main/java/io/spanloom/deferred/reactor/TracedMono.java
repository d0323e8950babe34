package io.spanloom.deferred.reactor;

import io.spanloom.deferred.DeferredSpans;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/**
 * A {@code Mono} that starts a span with each subscription. It is fused if its source is; otherwise
 * its subscription rejects fusion.
 */
final class TracedMono<T> extends MonoOperator<T, T> implements Fuseable {

  private final DeferredSpans<? super T> spans;

  TracedMono(Mono<T> source, DeferredSpans<? super T> spans) {
    super(Mono.fromDirect(source)); // restores thread-locals if that is enabled in Reactor
    this.spans = spans;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    TracedSource.subscribe(source, actual, spans, true);
  }
}
