package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Deferred results of AI calls that are switched off, inside traced calls. */
final class DisabledAiCallTest {

  @Test
  void subscriptionOnAnotherThreadKeepsParentOfReactor() {
    ComparedRun compared =
        ComparedRun.run(
            "Shop",
            """
            import io.spanloom.*;
            import io.spanloom.runtime.Spans;
            import reactor.core.publisher.Flux;
            import reactor.core.scheduler.Schedulers;

            public class Shop {
              @Traced Flux<String> order() {
                return Flux.defer(this::ask).subscribeOn(Schedulers.single());
              }

              @AICall(provider = "openai") Flux<String> ask() {
                return Flux.defer(() -> Flux.just(price()));
              }

              @Traced String price() { return "12"; }

              public static Object run() {
                Spans.disable("Shop.ask");
                try {
                  return new Shop().order().blockLast();
                } finally {
                  Spans.enable();
                }
              }
            }
            """);
    assertThat(compared.tree()).isEqualTo("Shop.order\n  Shop.price\n");
  }

  @Test
  void subscriptionOnAnotherThreadKeepsParentOfMutiny() {
    ComparedRun compared =
        ComparedRun.run(
            "Shop",
            """
            import io.smallrye.mutiny.Uni;
            import io.smallrye.mutiny.infrastructure.Infrastructure;
            import io.spanloom.*;
            import io.spanloom.runtime.Spans;

            public class Shop {
              @Traced Uni<String> order() {
                return Uni.createFrom().deferred(this::ask)
                    .runSubscriptionOn(Infrastructure.getDefaultExecutor());
              }

              @AICall(provider = "openai") Uni<String> ask() {
                return Uni.createFrom().item(this::price);
              }

              @Traced String price() { return "12"; }

              public static Object run() {
                Spans.disable("Shop.ask");
                try {
                  return new Shop().order().await().indefinitely();
                } finally {
                  Spans.enable();
                }
              }
            }
            """);
    assertThat(compared.tree()).isEqualTo("Shop.order\n  Shop.price\n");
  }
}
