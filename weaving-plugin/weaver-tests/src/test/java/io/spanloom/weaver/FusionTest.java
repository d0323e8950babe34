package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Fuseable;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Traced publishers of Reactor among its own operators. */
final class FusionTest {

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    traces.close();
  }

  @Test
  void takesPartInFusion() {
    Flux<Integer> synchronous = ReactorChains.flux(Flux.range(1, 3));
    Flux<Integer> asynchronous =
        ReactorChains.flux(Flux.range(1, 3).publishOn(Schedulers.immediate()));
    Flux<Integer> hidden = ReactorChains.flux(Flux.range(1, 3).hide());

    StepVerifier.create(synchronous)
        .expectFusion(Fuseable.SYNC)
        .expectNext(1, 2, 3)
        .verifyComplete();
    StepVerifier.create(asynchronous)
        .expectFusion(Fuseable.ASYNC)
        .expectNext(1, 2, 3)
        .verifyComplete();
    StepVerifier.create(hidden).expectNoFusionSupport().expectNext(1, 2, 3).verifyComplete();
    assertThat(traces.tree()).isEqualTo("flux\nflux\nflux\n");
  }

  @Test
  void endsSpanWhenFusedConsumerFindsQueueEmpty() {
    Flux<Integer> flux = ReactorChains.flux(Flux.range(1, 3));

    StepVerifier.create(flux.publishOn(Schedulers.parallel())).expectNext(1, 2, 3).verifyComplete();
    StepVerifier.create(flux.filter(value -> value > 1).concatMap(Mono::just))
        .expectNext(2, 3)
        .verifyComplete();

    assertThat(traces.tree()).isEqualTo("flux\nflux\n");
  }

  @Test
  void chainRemainsScannable() {
    Flux<Integer> flux = ReactorChains.flux(Flux.range(1, 3).name("numbers"));

    assertThat(Scannable.from(flux).name()).isEqualTo("numbers");
    assertThat(Scannable.from(flux).scan(Scannable.Attr.PARENT)).isNotNull();
  }
}
