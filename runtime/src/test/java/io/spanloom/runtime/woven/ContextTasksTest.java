package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ContextTasksTest {

  private static final ContextKey<String> KEY = ContextKey.named("key");
  private static final Context CONTEXT = Context.root().with(KEY, "carried");

  private final List<String> seen = new ArrayList<>();
  private final Runnable runnable = () -> seen.add(current());
  private final Callable<String> callable = ContextTasksTest::current;
  private final Supplier<String> supplier = ContextTasksTest::current;
  private final Function<String, String> function = text -> text + current();
  private final BiFunction<String, String, String> biFunction = (a, b) -> a + b + current();
  private final Consumer<String> consumer = text -> seen.add(text + current());
  private final BiConsumer<String, String> biConsumer = (a, b) -> seen.add(a + b + current());

  private static <T> T inContext(Supplier<@Nullable T> wrapping) {
    return Objects.requireNonNull(CONTEXT.wrapSupplier(wrapping).get());
  }

  private static String current() {
    return String.valueOf(Context.current().get(KEY));
  }

  @Test
  void tasksOfEachTypeRunInContext() throws Exception {
    Runnable first = inContext(() -> ContextTasks.wrapRunnable(runnable));
    Callable<String> second = inContext(() -> ContextTasks.wrapCallable(callable));
    Supplier<String> third = inContext(() -> ContextTasks.wrapSupplier(supplier));
    Function<String, String> fourth = inContext(() -> ContextTasks.wrapFunction(function));
    BiFunction<String, String, String> fifth =
        inContext(() -> ContextTasks.wrapBiFunction(biFunction));
    Consumer<String> sixth = inContext(() -> ContextTasks.wrapConsumer(consumer));
    BiConsumer<String, String> seventh = inContext(() -> ContextTasks.wrapBiConsumer(biConsumer));
    Collection<?> eighth = inContext(() -> ContextTasks.wrapCollection(List.of(callable)));

    first.run();
    sixth.accept("a ");
    seventh.accept("a ", "b ");
    seen.add(second.call());
    seen.add(third.get());
    seen.add(fourth.apply("a "));
    seen.add(fifth.apply("a ", "b "));
    seen.add((String) ((Callable<?>) eighth.iterator().next()).call());

    assertThat(seen)
        .containsExactly(
            "carried",
            "a carried",
            "a b carried",
            "carried",
            "carried",
            "a carried",
            "a b carried",
            "carried");
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void returnsTaskUnchangedWithoutContext() {
    List<Callable<String>> tasks = List.of(callable);

    assertThat(ContextTasks.wrapRunnable(runnable)).isSameAs(runnable);
    assertThat(ContextTasks.wrapCallable(callable)).isSameAs(callable);
    assertThat(ContextTasks.wrapSupplier(supplier)).isSameAs(supplier);
    assertThat(ContextTasks.wrapFunction(function)).isSameAs(function);
    assertThat(ContextTasks.wrapBiFunction(biFunction)).isSameAs(biFunction);
    assertThat(ContextTasks.wrapConsumer(consumer)).isSameAs(consumer);
    assertThat(ContextTasks.wrapBiConsumer(biConsumer)).isSameAs(biConsumer);
    assertThat(ContextTasks.wrapCollection(tasks)).isSameAs(tasks);
  }

  @Test
  void allocatesNothingWithoutContext() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = 0;
    for (int i = 0; i < 20_000; i++) {
      if (i == 10_000) {
        before = threads.getThreadAllocatedBytes(thread);
      }
      ContextTasks.wrapRunnable(runnable);
      ContextTasks.wrapCallable(callable);
    }

    // One object per call would be 320,000 bytes.
    assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(10_000);
  }

  @Test
  void wrapsTaskOnce() {
    Runnable once = inContext(() -> ContextTasks.wrapRunnable(runnable));

    Runnable again = inContext(() -> ContextTasks.wrapRunnable(once));

    assertThat(once).isNotSameAs(runnable);
    assertThat(again).isSameAs(once);
  }

  @Test
  void keepsNullAndComparableTasks() {
    try (Scope scope = CONTEXT.makeCurrent()) {
      assertThat(scope).isNotSameAs(Scope.noop());
      ComparableTask comparable = new ComparableTask();

      assertThat(ContextTasks.wrapRunnable(comparable)).isSameAs(comparable);
      assertThat(ContextTasks.wrapCallable(comparable)).isSameAs(comparable);
      assertThat(ContextTasks.wrapCollection(List.of(comparable))).isEqualTo(List.of(comparable));
      assertThat(ContextTasks.wrapRunnable(null)).isNull();
      assertThat(ContextTasks.wrapCollection(null)).isNull();
      assertThat(ContextTasks.unwrap(null)).isNull();
      assertThat(ContextTasks.wrapCollection(Arrays.asList(null, "no task")))
          .isEqualTo(Arrays.asList(null, "no task"));
    }
  }

  private record ComparableTask()
      implements Runnable, Callable<String>, Comparable<ComparableTask> {
    @Override
    public void run() {}

    @Override
    public String call() {
      return "called";
    }

    @Override
    public int compareTo(ComparableTask other) {
      return 0;
    }
  }

  @Test
  void restoresContextEvenIfTaskLeaksScopeOrThrows() {
    Runnable leaking =
        () -> {
          Scope leaked = CONTEXT.with(KEY, "leaked").makeCurrent();
          throw new IllegalStateException("thrown after " + leaked);
        };
    Runnable task = inContext(() -> ContextTasks.wrapRunnable(leaking));

    assertThat(catchMessage(task)).startsWith("thrown after");
    assertThat(Context.current()).isSameAs(Context.root());
  }

  private static String catchMessage(Runnable task) {
    try {
      task.run();
      return "returned";
    } catch (IllegalStateException thrown) {
      return String.valueOf(thrown.getMessage());
    }
  }

  @Test
  void unwrapsTasksOfQueue() {
    List<Runnable> unwrapped = List.of(runnable);
    Runnable wrapped = inContext(() -> ContextTasks.wrapRunnable(runnable));

    assertThat(ContextTasks.unwrap(List.of(wrapped, runnable))).containsExactly(runnable, runnable);
    assertThat(ContextTasks.unwrap(unwrapped)).isSameAs(unwrapped);
    assertThat(wrapped).hasToString(runnable.toString());
  }
}
