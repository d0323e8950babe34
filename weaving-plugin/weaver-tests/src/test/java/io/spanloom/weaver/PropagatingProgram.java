package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A program whose traced method hands {@code task}, which is traced, too, to another thread. Its
 * result shows that the pool's threads do not keep the context afterwards.
 */
final class PropagatingProgram {

  private static final String SOURCE =
      """
      package shop;
      import io.opentelemetry.context.Context;
      import io.spanloom.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;
      @PropagateContext
      public class Shop {
        static class OwnPool extends ScheduledThreadPoolExecutor { OwnPool() { super(1); } }
        interface OwnExecutor extends ExecutorService {}
        static CompletableFuture<String> done = CompletableFuture.completedFuture("done");
        static CompletableFuture<String> failed = CompletableFuture.failedFuture(new Exception());
        @Traced static void task() {}
        static String result() { task(); return "result"; }
        static <T> T result(T value) { task(); return value; }
        @Traced static void outer(OwnPool pool) throws Exception {
          %s
        }
        public static Object run() throws Exception {
          OwnPool pool = new OwnPool();
          try {
            outer(pool);
            return pool.submit(() -> Context.current() == Context.root()).get();
          } finally {
            pool.shutdown();
            pool.awaitTermination(1, TimeUnit.MINUTES);
          }
        }
      }
      """;

  private PropagatingProgram() {}

  /**
   * Returns the source.
   *
   * @param statements the body of the traced method, whose parameter {@code pool} is an executor
   */
  static String with(String statements) {
    return SOURCE.formatted(statements);
  }

  /** Runs the program unwoven and woven. */
  static ComparedRun run(String statements) {
    return ComparedRun.run("shop.Shop", with(statements));
  }

  /** Runs the program unwoven and woven, and asserts that the task carried the context. */
  static void assertCarriesContext(String statements) {
    ComparedRun compared = run(statements);
    assertThat(compared.outcome()).isEqualTo("returned true");
    assertThat(compared.tree()).isEqualTo("Shop.outer\n  Shop.task\n");
  }
}
