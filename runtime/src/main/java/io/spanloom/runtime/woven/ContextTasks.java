package io.spanloom.runtime.woven;

import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes tasks carry the current context to the thread that runs them. Woven code calls it just
 * before it hands over a task.
 *
 * <p>A task is returned unchanged if it is null, if it carries a context already, or if the root
 * context is current; nothing is allocated then. All methods are thread-safe.
 */
public final class ContextTasks {

  private ContextTasks() {}

  /**
   * Returns a task that runs in the current context.
   *
   * @param task the task, or null
   * @return the task with the context. A {@link Comparable} task is returned unchanged, because a
   *     priority queue compares it with others of its class
   */
  public static @Nullable Runnable wrapRunnable(@Nullable Runnable task) {
    Context context = contextFor(task);
    return context == null || task == null || task instanceof Comparable
        ? task
        : new ContextTask.OfRunnable(context, task);
  }

  /**
   * Returns a task that runs in the current context.
   *
   * @param task the task, or null
   * @param <V> the type of its result
   * @return the task with the context. A {@link Comparable} task is returned unchanged, because a
   *     priority queue compares it with others of its class
   */
  public static <V> @Nullable Callable<V> wrapCallable(@Nullable Callable<V> task) {
    Context context = contextFor(task);
    return context == null || task == null || task instanceof Comparable
        ? task
        : new ContextTask.OfCallable<>(context, task);
  }

  /**
   * Returns a task that runs in the current context.
   *
   * @param task the task, or null
   * @param <V> the type of its result
   * @return the task with the context
   */
  public static <V> @Nullable Supplier<V> wrapSupplier(@Nullable Supplier<V> task) {
    Context context = contextFor(task);
    return context == null || task == null ? task : new ContextTask.OfSupplier<>(context, task);
  }

  /**
   * Returns a task that runs in the current context.
   *
   * @param task the task, or null
   * @param <A> the type of its argument
   * @param <V> the type of its result
   * @return the task with the context
   */
  public static <A, V> @Nullable Function<A, V> wrapFunction(@Nullable Function<A, V> task) {
    Context context = contextFor(task);
    return context == null || task == null ? task : new ContextTask.OfFunction<>(context, task);
  }

  /**
   * Returns a task that runs in the current context.
   *
   * @param task the task, or null
   * @param <A> the type of its first argument
   * @param <B> the type of its second argument
   * @param <V> the type of its result
   * @return the task with the context
   */
  public static <A, B, V> @Nullable BiFunction<A, B, V> wrapBiFunction(
      @Nullable BiFunction<A, B, V> task) {
    Context context = contextFor(task);
    return context == null || task == null ? task : new ContextTask.OfBiFunction<>(context, task);
  }

  /**
   * Returns a task that runs in the current context.
   *
   * @param task the task, or null
   * @param <A> the type of its argument
   * @return the task with the context
   */
  public static <A> @Nullable Consumer<A> wrapConsumer(@Nullable Consumer<A> task) {
    Context context = contextFor(task);
    return context == null || task == null ? task : new ContextTask.OfConsumer<>(context, task);
  }

  /**
   * Returns a task that runs in the current context.
   *
   * @param task the task, or null
   * @param <A> the type of its first argument
   * @param <B> the type of its second argument
   * @return the task with the context
   */
  public static <A, B> @Nullable BiConsumer<A, B> wrapBiConsumer(@Nullable BiConsumer<A, B> task) {
    Context context = contextFor(task);
    return context == null || task == null ? task : new ContextTask.OfBiConsumer<>(context, task);
  }

  /**
   * Returns tasks that run in the current context.
   *
   * @param tasks the tasks, or null; elements that are not tasks are kept
   * @return a new list of the tasks with the context, in the order of the collection
   */
  public static @Nullable Collection<?> wrapCollection(@Nullable Collection<?> tasks) {
    if (tasks == null || contextFor(tasks) == null) {
      return tasks;
    }
    List<@Nullable Object> result = new ArrayList<>(tasks.size());
    for (Object task : tasks) {
      result.add(task instanceof Callable<?> callable ? wrapCallable(callable) : task);
    }
    return result;
  }

  /**
   * Removes a task from the queue of an executor, with or without a context.
   *
   * @param executor the executor
   * @param task the task as it was handed in, or null
   * @return whether the task was removed
   */
  public static boolean remove(ThreadPoolExecutor executor, @Nullable Runnable task) {
    return executor.remove(task) || (task != null && executor.remove(new QueuedTask(task)));
  }

  /**
   * Returns the tasks of a queue as they were handed in.
   *
   * @param tasks tasks with and without a context, or null
   * @return the list itself if no task carries a context, or else a new one
   */
  public static @Nullable List<Runnable> unwrap(@Nullable List<Runnable> tasks) {
    if (tasks == null || tasks.stream().noneMatch(ContextTask.OfRunnable.class::isInstance)) {
      return tasks;
    }
    List<Runnable> result = new ArrayList<>(tasks.size());
    for (Runnable task : tasks) {
      result.add(task instanceof ContextTask.OfRunnable wrapped ? wrapped.task : task);
    }
    return result;
  }

  /** Returns the context for a task to carry, or null if the task is not wrapped. */
  private static @Nullable Context contextFor(@Nullable Object task) {
    try {
      Context current = Context.current();
      return current == Context.root() || task instanceof ContextTask ? null : current;
    } catch (Throwable failure) {
      TracingFailures.swallow("reading the current context", failure);
      return null;
    }
  }

  /**
   * Finds a task in a queue, which compares the object to remove with its elements.
   *
   * @param task the task as it was handed in
   */
  private record QueuedTask(Runnable task) implements Runnable {

    @Override
    public void run() {
      task.run();
    }

    @Override
    public boolean equals(@Nullable Object queued) {
      return queued instanceof ContextTask.OfRunnable wrapped && task.equals(wrapped.task);
    }

    @Override
    public int hashCode() {
      return task.hashCode();
    }
  }
}
