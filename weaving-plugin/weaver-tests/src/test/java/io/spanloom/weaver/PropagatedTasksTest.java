package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of executors and of {@code CompletableFuture} carry the context. */
@Tag("slow")
final class PropagatedTasksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Executor e = pool; e.execute(() -> task()); pool.submit(() -> {}).get();",
        "e(pool).execute(new Runnable() { public void run() { task(); } }); pool.submit(() -> {}).get();"
            + " } static Executor e(Executor e) { return e;",
        "pool.submit(() -> task()).get();",
        "((ExecutorService) pool).submit(() -> result()).get();",
        "pool.submit(() -> task(), \"result\").get();",
        "((AbstractExecutorService) pool).submit((Callable<String>) () -> result()).get();",
        "pool.invokeAll(List.of(() -> result())).get(0).get();",
        "pool.invokeAll(Set.of(() -> result()), 1, TimeUnit.MINUTES).get(0).get();",
        "pool.invokeAny(List.of(() -> result()));",
        "pool.invokeAny(List.of(() -> result()), 1, TimeUnit.MINUTES);",
        "pool.schedule(() -> task(), 1L, TimeUnit.NANOSECONDS).get();",
        "((ScheduledExecutorService) pool).schedule(() -> result(), 1L, TimeUnit.NANOSECONDS).get();",
        "CompletionService<String> s = new ExecutorCompletionService<>(pool); s.submit(() -> result());"
            + " s.take();",
        "new ExecutorCompletionService<String>(pool).submit(() -> task(), \"result\").get();"
      })
  void carriesContextThroughExecutor(String statements) {
    PropagatingProgram.assertCarriesContext(statements);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scheduleAtFixedRate", "scheduleWithFixedDelay"})
  void carriesContextThroughEachPeriodicRun(String method) {
    ComparedRun compared =
        PropagatingProgram.run(
            """
                CountDownLatch runs = new CountDownLatch(3);
                Future<?> job = pool.%s(
                    () -> {
                      if (runs.getCount() > 0) task();
                      runs.countDown();
                    },
                    1, 2, TimeUnit.NANOSECONDS);
                runs.await();
                job.cancel(false);
                """
                .formatted(method));

    assertThat(compared.tree()).isEqualTo("Shop.outer\n" + "  Shop.task\n".repeat(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CompletableFuture.runAsync(() -> task()).get();",
        "CompletableFuture.runAsync(() -> task(), pool).get();",
        "CompletableFuture.supplyAsync(() -> result()).get();",
        "CompletableFuture.supplyAsync(() -> result(), pool).get();",
        "done.thenRunAsync(() -> task()).get();",
        "done.thenRunAsync(() -> task(), pool).get();",
        "done.thenApplyAsync(value -> result(value)).get();",
        "done.thenApplyAsync(value -> result(value), pool).get();",
        "done.thenAcceptAsync(value -> task()).get();",
        "done.thenAcceptAsync(value -> task(), pool).get();",
        "done.thenComposeAsync(value -> { task(); return done; }).get();",
        "done.thenComposeAsync(value -> { task(); return done; }, pool).get();",
        "done.thenCombineAsync(done, (a, b) -> result()).get();",
        "done.thenCombineAsync(done, (a, b) -> result(), pool).get();",
        "done.thenAcceptBothAsync(done, (a, b) -> task()).get();",
        "done.thenAcceptBothAsync(done, (a, b) -> task(), pool).get();",
        "done.runAfterBothAsync(done, () -> task()).get();",
        "done.runAfterBothAsync(done, () -> task(), pool).get();",
        "done.applyToEitherAsync(done, value -> result(value)).get();",
        "done.applyToEitherAsync(done, value -> result(value), pool).get();",
        "done.acceptEitherAsync(done, value -> task()).get();",
        "done.acceptEitherAsync(done, value -> task(), pool).get();",
        "done.runAfterEitherAsync(done, () -> task()).get();",
        "done.runAfterEitherAsync(done, () -> task(), pool).get();",
        "done.handleAsync((value, error) -> result()).get();",
        "done.handleAsync((value, error) -> result(), pool).get();",
        "done.whenCompleteAsync((value, error) -> task()).get();",
        "done.whenCompleteAsync((value, error) -> task(), pool).get();",
        "failed.exceptionallyAsync(error -> result()).get();",
        "failed.exceptionallyAsync(error -> result(), pool).get();",
        "failed.exceptionallyComposeAsync(error -> { task(); return done; }).get();",
        "failed.exceptionallyComposeAsync(error -> { task(); return done; }, pool).get();",
        "new CompletableFuture<String>().completeAsync(() -> result()).get();",
        "new CompletableFuture<String>().completeAsync(() -> result(), pool).get();",
        "CompletionStage<String> stage = done;"
            + " stage.thenApplyAsync(value -> result(value), pool).toCompletableFuture().get();"
      })
  void carriesContextThroughCompletableFuture(String statements) {
    PropagatingProgram.assertCarriesContext(statements);
  }
}
