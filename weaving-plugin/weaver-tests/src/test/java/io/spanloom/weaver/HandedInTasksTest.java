package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tasks that are removed, cancelled or returned are those that were handed in. */
@Tag("slow")
final class HandedInTasksTest {

  private static final String PROGRAM =
      """
      package shop;
      import io.opentelemetry.context.*;
      import io.spanloom.*;
      import java.util.*;
      import java.util.concurrent.*;
      @PropagateContext
      public class Shop {
        static class Task implements Runnable, Comparable<Task> {
          public void run() {}
          public int compareTo(Task other) { return 0; }
        }
        static final Runnable task = new Runnable() { public void run() {} };
        static final CountDownLatch busy = new CountDownLatch(1);
        static ThreadPoolExecutor pool(BlockingQueue<Runnable> queue) {
          ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0L, TimeUnit.SECONDS, queue);
          pool.execute(() -> {
            try { busy.await(); } catch (InterruptedException stopped) { /* ends */ }
          });
          return pool;
        }
        public static Object run() throws Exception { return outer(); }
        @Traced static void inner() {}
        @Traced static Object outer() throws Exception {
          %s
        }
      }
      """;

  private static String run(String statements) {
    return compared(statements).outcome();
  }

  private static ComparedRun compared(String statements) {
    return ComparedRun.run("shop.Shop", PROGRAM.formatted(statements));
  }

  @Test
  void removesTask() {
    assertThat(
            run(
                """
                List<Object> log = new ArrayList<>();
                for (BlockingQueue<Runnable> queue : List.<BlockingQueue<Runnable>>of(
                    new LinkedBlockingQueue<>(), new ArrayBlockingQueue<>(9), new LinkedBlockingDeque<>(),
                    new LinkedTransferQueue<>())) {
                  ThreadPoolExecutor pool = pool(queue);
                  pool.execute(task);
                  pool.execute(task);
                  log.add(pool.remove(() -> {}));
                  log.add(pool.remove(task));
                  log.add(pool.getQueue().size());
                  log.add(pool.remove(task));
                  log.add(pool.remove(task));
                  log.add(pool.remove(null));
                  log.add(pool.getQueue().size());
                  pool.shutdownNow();
                }
                return log;
                """))
        .startsWith("returned [false, true, 1, true, false, false, 0, false, true, 1");
  }

  @Test
  void removesTaskThatWasHandedInWithoutContext() {
    assertThat(
            run(
                """
                ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>());
                Context.root().wrap(() -> pool.execute(task)).run();
                boolean removed = pool.remove(task);
                pool.shutdownNow();
                return removed;
                """))
        .isEqualTo("returned true");
  }

  @Test
  void shutdownNowReturnsTasks() {
    assertThat(
            run(
                """
                ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>());
                pool.execute(task);
                Future<?> future = pool.submit(task);
                List<Runnable> waiting = pool.shutdownNow();
                return List.of(waiting.size(), waiting.get(0) == task, waiting.get(1) == future,
                    Executors.newCachedThreadPool().shutdownNow());
                """))
        .isEqualTo("returned [2, true, true, []]");
  }

  @Test
  void cancelsTask() {
    assertThat(
            run(
                """
                ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>());
                Future<?> future = pool.submit(task);
                FutureTask<?> own = new FutureTask<>(() -> { throw new Error("ran"); });
                pool.execute(own);
                ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
                timer.setRemoveOnCancelPolicy(true);
                ScheduledFuture<?> later = timer.schedule(task, 1L, TimeUnit.HOURS);
                ScheduledFuture<?> removed = timer.schedule(task, 1L, TimeUnit.HOURS);
                List<Object> log = new ArrayList<>(List.of(future.cancel(true), own.cancel(true),
                    later.cancel(true), timer.getQueue().size(), timer.remove((Runnable) removed),
                    timer.getQueue().size(), timer.remove(task)));
                timer.shutdownNow();
                pool.shutdownNow();
                log.add(own.isCancelled());
                return log;
                """))
        .isEqualTo("returned [true, true, true, 1, true, 0, false, true]");
  }

  @Test
  void acceptsComparableTasksOfPriorityQueue() {
    assertThat(
            run(
                """
                ThreadPoolExecutor pool =
                    new ThreadPoolExecutor(1, 1, 0L, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
                pool.execute(() -> {
                  try { busy.await(); } catch (InterruptedException stopped) { /* ends */ }
                });
                List<Task> tasks = List.of(new Task(), new Task());
                for (Task each : tasks) pool.execute(each);
                return pool.shutdownNow().equals(tasks);
                """))
        .isEqualTo("returned true");
  }

  @Test
  void wrapsTaskOnce() {
    ComparedRun compared =
        compared(
            """
            List<Runnable> received = new ArrayList<>();
            Executor second = each -> received.add(each);
            Executor first = each -> {
              received.add(each);
              Context other = Context.current().with(ContextKey.named("key"), "other");
              try (Scope scope = other.makeCurrent()) { second.execute(each); }
              second.execute(each);
            };
            first.execute(() -> inner());
            Context.root().wrap(received.get(0)).run();
            return received.stream().distinct().count();
            """);

    assertThat(compared.outcome()).isEqualTo("returned 1");
    assertThat(compared.tree()).isEqualTo("Shop.outer\n  Shop.inner\n");
  }
}
