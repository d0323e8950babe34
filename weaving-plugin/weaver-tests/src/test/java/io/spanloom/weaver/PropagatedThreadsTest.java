package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads, fork/join pools and method references carry the context. */
@Tag("slow")
final class PropagatedThreadsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread t = new Thread(() -> task()); t.start(); t.join();",
        "Thread t = new Thread(() -> task(), \"name\"); t.setDaemon(true); t.start(); t.join();",
        "Thread t = new Thread(null, () -> task()); t.start(); t.join();",
        "Thread t = new Thread(new ThreadGroup(\"g\"), () -> task(), \"name\", 0L, true);"
            + " t.start(); t.join();",
        "Thread t = Executors.defaultThreadFactory().newThread(() -> task()); t.start(); t.join();",
        "ForkJoinPool.commonPool().submit(() -> task()).get();",
        "ForkJoinPool.commonPool().submit(() -> result()).get();",
        "ForkJoinPool f = new ForkJoinPool(1); f.execute(() -> task()); f.shutdown();"
            + " f.awaitTermination(1, TimeUnit.MINUTES);",
        "ForkJoinPool.commonPool().invokeAll(List.of(() -> result())).get(0).get();"
      })
  void carriesContextThroughThreadAndForkJoinPool(String statements) {
    PropagatingProgram.assertCarriesContext(statements);
  }

  @ParameterizedTest
  @EnabledForJreRange(min = JRE.JAVA_21)
  @ValueSource(
      strings = {
        "Thread.startVirtualThread(() -> task()).join();",
        "Thread.ofVirtual().start(() -> task()).join();",
        "Thread.ofVirtual().name(\"v\").start(() -> task()).join();",
        "Thread.ofPlatform().daemon().start(() -> task()).join();",
        "Thread.Builder b = Thread.ofVirtual(); b.start(() -> task()).join();",
        "Thread t = Thread.ofVirtual().unstarted(() -> task()); t.start(); t.join();",
        "Thread t = Thread.ofVirtual().factory().newThread(() -> task()); t.start(); t.join();",
        "try (var e = Executors.newVirtualThreadPerTaskExecutor()) { e.submit(() -> task()); }"
      })
  void carriesContextThroughVirtualThread(String statements) {
    PropagatingProgram.assertCarriesContext(statements);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Consumer<Runnable> e = pool::execute; e.accept(() -> task()); pool.submit(() -> {}).get();",
        "Function<Runnable, Future<?>> e = pool::submit; e.apply(() -> task()).get();",
        "BiFunction<ExecutorService, Callable<String>, Future<String>> e = ExecutorService::submit;"
            + " e.apply(pool, () -> result()).get();",
        "Function<Supplier<String>, CompletableFuture<String>> e = CompletableFuture::supplyAsync;"
            + " e.apply(() -> result()).get();",
        "BiFunction<Supplier<String>, Executor, CompletableFuture<String>> e ="
            + " CompletableFuture::supplyAsync; e.apply(() -> result(), pool).get();"
      })
  void carriesContextThroughMethodReference(String statements) {
    Program program = Program.compile(PropagatingProgram.with(statements));
    String unwoven = Outcome.of(program.load(), "shop.Shop", "run");
    try (Traces traces = Traces.record()) {
      assertThat(Outcome.of(program.weave().load(), "shop.Shop", "run"))
          .isEqualTo(unwoven)
          .isEqualTo("returned true");
      assertThat(traces.tree()).isEqualTo("Shop.outer\n  Shop.task\n");
    }
  }
}
