package io.spanloom.deferred.reactor;

import io.spanloom.deferred.DeferredSpans;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/**
 * A {@code Flux} that starts a span with each subscription. It is fused if its source is; otherwise
 * its subscription rejects fusion.
 */
final class TracedFlux<T> extends FluxOperator<T, T> implements Fuseable {

  private final DeferredSpans<? super T> spans;

  TracedFlux(Flux<T> source, DeferredSpans<? super T> spans) {
    super(Flux.from(source)); // restores thread-locals if that is enabled in Reactor
    this.spans = spans;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    TracedSource.subscribe(source, actual, spans, false);
  }
}
