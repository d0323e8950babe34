package io.spanloom.deferred.reactor;

import io.spanloom.deferred.DeferredSpans;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
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

  /**
   * Returns a {@code Flux} that starts a span with each subscription.
   *
   * @param <T> the type of the values
   * @param result the result of a traced method
   * @param spans starts the spans
   * @return the traced result
   */
  public static <T> Flux<T> flux(Flux<T> result, DeferredSpans<? super T> spans) {
    return new TracedFlux<>(result, spans);
  }

  /**
   * Returns a publisher of Reactor that starts a span with each subscription.
   *
   * @param <T> the type of the values
   * @param result the result of a traced method that is declared as a {@code Publisher}
   * @param spans starts the spans
   * @return a {@code Mono} if the result is one, else a {@code Flux}
   */
  public static <T> Publisher<T> publisher(Publisher<T> result, DeferredSpans<? super T> spans) {
    return result instanceof Mono<T> mono ? mono(mono, spans) : flux(Flux.from(result), spans);
  }

  /**
   * Returns whether an object is a publisher of Reactor.
   *
   * @param result any object
   * @return whether it is a {@code Mono} or {@code Flux}
   */
  public static boolean isReactive(Object result) {
    return result instanceof Mono || result instanceof Flux;
  }
}
