package io.spanloom.deferred.reactor;

import io.spanloom.deferred.DeferredSpans;
import reactor.core.publisher.Mono;

/** Traces the results of Project Reactor. */
public final class ReactorResults {

  private ReactorResults() {}

  /**
   * Returns a {@code Mono} that starts a span with each subscription.
   *
   * @param <T> the type of the value
   * @param result the result of a traced method
   * @param spans starts the spans
   * @return the traced result
   */
  public static <T> Mono<T> mono(Mono<T> result, DeferredSpans<? super T> spans) {
    return new TracedMono<>(result, spans);
  }
}
