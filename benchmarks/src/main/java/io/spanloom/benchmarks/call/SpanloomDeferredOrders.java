package io.spanloom.benchmarks.call;

import io.smallrye.mutiny.Uni;
import io.spanloom.Traced;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deferred results traced by Spanloom. */
final class SpanloomDeferredOrders extends DeferredOrders {

  @Override
  @Traced(SPAN)
  CompletableFuture<Long> future() {
    return super.future();
  }

  @Override
  @Traced(SPAN)
  Mono<Long> mono() {
    return super.mono();
  }

  @Override
  @Traced(SPAN)
  Flux<Long> flux(int count) {
    return super.flux(count);
  }

  @Override
  @Traced(SPAN)
  Uni<Long> uni() {
    return super.uni();
  }

  @Override
  @Traced(SPAN)
  LongStream stream(int count) {
    return super.stream(count);
  }
}
