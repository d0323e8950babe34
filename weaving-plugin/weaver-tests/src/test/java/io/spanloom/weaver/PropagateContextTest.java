package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The effect of {@code @PropagateContext} on a class and its callers. */
final class PropagateContextTest {

  @Test
  void carriesContextInNestedLocalAndAnonymousClasses() {
    ComparedRun compared =
        PropagatingProgram.run(
            """
                pool.submit(() -> Nested.go(pool)).get().get();
                class Local { void go() throws Exception { pool.submit(() -> task()).get(); } }
                new Local().go();
                new Callable<Object>() {
                  public Object call() throws Exception { return pool.submit(() -> task()).get(); }
                }.call();
                }
                static class Nested {
                  static Future<?> go(OwnPool pool) { return pool.submit(() -> task()); }
                """);

    assertThat(compared.tree()).isEqualTo("Shop.outer\n" + "  Shop.task\n".repeat(3));
  }

  @Test
  void carriesContextOfEndedSpan() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Shop",
            """
            package shop;
            import io.spanloom.*;
            import java.util.concurrent.*;
            @PropagateContext
            public class Shop {
              @Traced static Runnable outer(Executor e, CountDownLatch ended) {
                e.execute(() -> {
                  try {
                    ended.await();
                  } catch (InterruptedException failure) {
                    throw new IllegalStateException(failure);
                  }
                  task();
                });
                return null;
              }
              @Traced static void task() {}
              public static Object run() throws Exception {
                ExecutorService pool = Executors.newSingleThreadExecutor();
                CountDownLatch ended = new CountDownLatch(1);
                outer(pool, ended);
                ended.countDown();
                pool.shutdown();
                return pool.awaitTermination(1, TimeUnit.MINUTES);
              }
            }
            """);

    assertThat(compared.tree()).isEqualTo("Shop.outer\n  Shop.task\n");
  }

  @Test
  void keepsStackTraceAndMessageOfFailedCalls() {
    String source =
        """
        package shop;
        import io.opentelemetry.context.*;
        import io.spanloom.*;
        import java.util.*;
        import java.util.concurrent.*;
        @PropagateContext
        public class Shop {
          @Traced static List<Object> outer() {
            ThreadPoolExecutor pool =
                new ThreadPoolExecutor(1, 1, 0L, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
            pool.shutdown();
            Runnable task = new Runnable() {
              public void run() {}
              public String toString() { return "the task"; }
            };
            Executor none = null;
            List<Object> log = new ArrayList<>();
            for (Runnable each : List.<Runnable>of(
                () -> none.execute(task),
                () -> pool.execute(null),
                () -> new ForkJoinPool(1).submit((Runnable) null),
                () -> CompletableFuture.supplyAsync(null, pool),
                () -> new ScheduledThreadPoolExecutor(1)
                    .schedule(task, 1L,
                        null))) {
              try { each.run(); } catch (RuntimeException e) { log.add(e); }
            }
            try { pool.execute(task); } catch (RejectedExecutionException e) { log.add(e.getMessage()
                .replaceAll("@[0-9a-f]+", "")); }
            return log;
          }
          public static Object run() { return outer(); }
        }
        """;

    assertThat(ComparedRun.run("shop.Shop", source).outcome())
        .contains("Shop.java:20", "Task the task rejected from");
  }

  @Test
  void leavesCallsOfSuperclassUnchanged() {
    Program program =
        Program.compile(
            """
            package shop;
            import io.spanloom.PropagateContext;
            import java.util.concurrent.*;
            @PropagateContext
            public class Pool extends ThreadPoolExecutor {
              Pool() { super(1, 1, 0L, TimeUnit.SECONDS, new LinkedBlockingQueue<>()); }
              @Override public void execute(Runnable task) { super.execute(task); }
            }
            """);

    assertThat(program.weaveResult().propagatingCalls()).isZero();
  }

  @Test
  void wovenClassesAreLeftUnchangedByAnotherRun() {
    Program program =
        Program.compile(
            PropagatingProgram.with(
                "pool.schedule(() -> task(), 1, TimeUnit.SECONDS); pool.remove(null);"
                    + " pool.shutdownNow(); Consumer<Runnable> c = pool::execute;"));
    assertThat(program.weaveResult().propagatingCalls()).isEqualTo(5);
    byte[] woven = program.bytes("shop.Shop");

    WeaveResult again = program.weaveResult();

    assertThat(again.propagatingCalls()).isZero();
    assertThat(again.warnings()).isEqualTo(List.of());
    assertThat(program.bytes("shop.Shop")).isEqualTo(woven);
  }
}
