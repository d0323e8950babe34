package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.spanloom.runtime.Spans;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Mixes deferred results on several threads, with random failures and cancellations. The system
 * property {@code spanloom.soak.seconds} sets how long it runs.
 */
@Tag("slow")
@ExtendWith(SuppressedLogs.class)
final class DeferredSoakTest {

  private static final int THREADS = 8;
  private static final int MAX_LIVE = 1_000;
  private static final long SECONDS = Long.getLong("spanloom.soak.seconds", 6);
  private static final long ALLOWED_GROWTH = 4_000_000;

  private static final String SOURCE =
      """
      import com.google.common.util.concurrent.*;
      import io.reactivex.rxjava3.core.*;
      import io.smallrye.mutiny.*;
      import io.spanloom.*;
      import java.util.concurrent.*;
      import java.util.function.LongConsumer;
      import java.util.stream.*;
      import reactor.core.publisher.*;
      public class Soak {
        enum End { VALUE, FAILURE, CANCEL }
        static final ScheduledExecutorService LATER = Executors.newScheduledThreadPool(2, task -> {
          Thread thread = new Thread(task);
          thread.setDaemon(true);
          return thread;
        });

        public static LongConsumer calls() {
          return choice -> outer(choice, (int) ((choice >>> 8) & 7), End.values()[(int) ((choice >>> 16) % 3)]);
        }

        @Traced("outer") static void outer(@SpanAttribute("id") long id, int kind, End end) {
          try {
            switch (kind) {
              case 0 -> { CompletableFuture<Long> future = stage(id, end); if (end == End.CANCEL) future.cancel(true); }
              case 1 -> { var mono = mono(id, end).subscribe(value -> {}, error -> {}); if (end == End.CANCEL) mono.dispose(); }
              case 2 -> { var flux = flux(id, end); (end == End.CANCEL ? flux.take(2) : flux).subscribe(value -> {}, error -> {}); }
              case 3 -> { var uni = uni(id, end).subscribe().with(value -> {}, error -> {}); if (end == End.CANCEL) uni.cancel(); }
              case 4 -> { var single = single(id, end).subscribe(value -> {}, error -> {}); if (end == End.CANCEL) single.dispose(); }
              case 5 -> { ListenableFuture<Long> future = guava(id, end); if (end == End.CANCEL) future.cancel(true); }
              case 6 -> { try (LongStream stream = stream(id, end)) { if (end == End.CANCEL) stream.findFirst(); else stream.sum(); } }
              default -> mono(id, end).retry(2).subscribe(value -> {}, error -> {});
            }
          } catch (IllegalStateException expected) {
            // thrown by a stream
          }
        }

        static long value(long id, End end) {
          if (end == End.FAILURE) throw new IllegalStateException("broken");
          return id;
        }

        @Traced("stage") static CompletableFuture<Long> stage(@SpanAttribute("id") long id, End end) {
          return CompletableFuture.supplyAsync(() -> value(id, end), LATER);
        }
        @Traced("mono") static Mono<Long> mono(@SpanAttribute("id") long id, End end) {
          return Mono.fromFuture(() -> CompletableFuture.supplyAsync(() -> value(id, end), LATER)).flatMap(value -> nested(id));
        }
        @Traced("nested") static Mono<Long> nested(@SpanAttribute("id") long id) { return Mono.just(id); }
        @Traced("flux") static Flux<Long> flux(@SpanAttribute("id") long id, End end) {
          return Flux.range(0, 10).map(index -> index == 5 ? value(id, end) : id);
        }
        @Traced("uni") static Uni<Long> uni(@SpanAttribute("id") long id, End end) {
          return Uni.createFrom().completionStage(() -> CompletableFuture.supplyAsync(() -> value(id, end), LATER));
        }
        @Traced("single") static Single<Long> single(@SpanAttribute("id") long id, End end) {
          return Single.fromCompletionStage(CompletableFuture.supplyAsync(() -> value(id, end), LATER));
        }
        @Traced("guava") static ListenableFuture<Long> guava(@SpanAttribute("id") long id, End end) {
          SettableFuture<Long> result = SettableFuture.create();
          LATER.execute(() -> {
            try { result.set(value(id, end)); } catch (IllegalStateException error) { result.setException(error); }
          });
          return result;
        }
        @Traced("stream") static LongStream stream(@SpanAttribute("id") long id, End end) {
          return LongStream.range(0, 10).map(index -> index == 5 ? value(id, end) : id);
        }
      }
      """;

  @Test
  void endsEverySpanUnderItsParentAndKeepsNothing() throws Throwable {
    LiveSpans spans = new LiveSpans();
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(spans).setIdGenerator(spans).build()) {
      Spans.install(OpenTelemetrySdk.builder().setTracerProvider(provider).build(), true);
      LongConsumer calls = (LongConsumer) Program.compile(SOURCE).weave().run("Soak", "calls");
      LongConsumer traced =
          id -> {
            spans.nextTrace(id);
            calls.accept(id);
          };
      run(traced, spans, SECONDS * 250_000_000L);
      awaitEnds(spans);
      long before = usedHeap();
      run(traced, spans, SECONDS * 750_000_000L);
      awaitEnds(spans);
      long growth = usedHeap() - before;

      assertThat(spans.wrongParents()).isEmpty();
      assertThat(spans.live()).isZero();
      assertThat(spans.started()).isGreaterThan(10_000);
      assertThat(growth).isLessThan(ALLOWED_GROWTH);
    } finally {
      Spans.uninstall();
    }
  }

  private static void run(LongConsumer calls, LiveSpans spans, long nanos) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      long end = System.nanoTime() + nanos;
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(i);
        tasks.add(
            () -> {
              while (System.nanoTime() < end) {
                if (spans.live() > MAX_LIVE) {
                  Thread.onSpinWait(); // until other threads have completed results
                  continue;
                }
                calls.accept(random.nextLong(Long.MAX_VALUE));
              }
              return null;
            });
      }
      for (Future<Void> each : threads.invokeAll(tasks)) {
        each.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  /** Waits for results that other threads still complete, and for streams left to the collector. */
  private static void awaitEnds(LiveSpans spans) {
    Unreachable.collectUntil(() -> spans.live() == 0);
  }

  private static long usedHeap() {
    for (int i = 0; i < 5; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
