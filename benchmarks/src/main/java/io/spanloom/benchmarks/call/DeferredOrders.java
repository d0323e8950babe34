package io.spanloom.benchmarks.call;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Methods with deferred results, which the benchmark traces in several ways. */
class DeferredOrders {

  /** Name of the spans. */
  static final String SPAN = "DeferredOrders.load";

  CompletableFuture<Long> future() {
    return CompletableFuture.completedFuture(1L);
  }

  Mono<Long> mono() {
    return untracedMono();
  }

  Flux<Long> flux(int count) {
    return untracedFlux(count);
  }

  Uni<Long> uni() {
    return Uni.createFrom().item(1L);
  }

  LongStream stream(int count) {
    return LongStream.range(0, count).map(value -> value + 1);
  }

  static Mono<Long> untracedMono() {
    return Mono.just(1L).hide();
  }

  static Flux<Long> untracedFlux(int count) {
    return Flux.range(0, count).map(Integer::longValue).hide();
  }
}
