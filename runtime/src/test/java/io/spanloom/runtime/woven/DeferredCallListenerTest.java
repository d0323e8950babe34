package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.runtime.spi.CallListeners;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that a listener is notified of the end of a call when its deferred result completes. */
final class DeferredCallListenerTest {

  private final SpanSite site = SpanSite.of("call", "shop.Shop.call");
  private final StepSite step = StepSite.of("pack", "order", "shop.Shop.pack").asEvents();
  private final RecordingListener listener = new RecordingListener();

  @BeforeEach
  void install() {
    CallListeners.set(listener);
  }

  @AfterEach
  void uninstall() {
    CallListeners.set(null);
    assertThat(listener.unended()).isZero();
  }

  @Test
  void isNotifiedWhenStageCompletes() {
    for (Sampler sampler : new Sampler[] {Sampler.alwaysOn(), Sampler.alwaysOff()}) {
      CompletableFuture<String> stage = new CompletableFuture<>();
      listener.clear();
      try (InMemoryTracing tracing = InMemoryTracing.install(sampler, true)) {
        begin(site);
        site.end(stage);
        assertThat(listener.events()).containsExactly("start call");
        stage.complete("done");
        assertThat(tracing.spans()).hasSizeLessThan(2);
      }
      assertThat(listener.events()).containsExactly("start call", "end call COMPLETED");
    }
  }

  @Test
  void receivesCauseOfFailedStageAndCancellation() {
    CompletableFuture<String> failed = new CompletableFuture<>();
    begin(site);
    site.end(failed);
    failed.completeExceptionally(new CompletionException(new IllegalStateException("no")));
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    step.start();
    step.end(cancelled);
    cancelled.cancel(true);

    assertThat(listener.events())
        .containsExactly(
            "start call",
            "end call FAILED java.lang.IllegalStateException: no",
            "start pack",
            "end pack CANCELLED " + new CancellationException());
  }

  @Test
  void receivesReturnOfMissingOrUnsupportedStage() {
    CompletableFuture<String> none = null;
    CompletableFuture<String> unsupported =
        new CompletableFuture<>() {
          @Override
          public CompletableFuture<String> whenComplete(
              BiConsumer<? super String, ? super Throwable> action) {
            throw new UnsupportedOperationException();
          }
        };
    begin(site);
    site.end(none);
    begin(site);
    site.end(unsupported);

    assertThat(listener.events())
        .containsExactly("start call", "end call RETURNED", "start call", "end call RETURNED");
  }

  @Test
  void isNotifiedOnceOfStageThatCompletesTwice() {
    CompletableFuture<String> twice =
        new CompletableFuture<>() {
          @Override
          public CompletableFuture<String> whenComplete(
              BiConsumer<? super String, ? super Throwable> action) {
            action.accept("first", null);
            action.accept("second", null);
            return this;
          }
        };
    begin(site);
    site.end(twice);
    assertThat(listener.events()).containsExactly("start call", "end call COMPLETED");
  }

  @Test
  void isNotifiedOfEachSubscriptionWithoutTracing() {
    SpanSite lazy = SpanSite.of("call", "shop.Shop.call").perSubscription();
    AtomicReference<DeferredSpans<String>> traced = new AtomicReference<>();
    begin(lazy);
    lazy.<String, String>trace(
        "publisher",
        (result, spans) -> {
          traced.set(spans);
          return result;
        });
    traced.get().start(null).complete("first");
    traced.get().start(null).complete("second");

    assertThat(listener.events())
        .containsExactly("start call", "end call COMPLETED", "start call", "end call COMPLETED");
  }

  private static void begin(SpanSite site) {
    SpanStart start = site.begin();
    if (start != null) {
      start.enter();
    }
  }
}
