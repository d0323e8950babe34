package io.spanloom.runtime.woven;

import io.opentelemetry.context.Context;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A task that carries the context in which it was handed to another thread. The context is current
 * while the task runs.
 *
 * @param <T> the functional interface of the task
 */
abstract class ContextTask<T> {

  final Context context;
  final T task;

  ContextTask(Context context, T task) {
    this.context = context;
    this.task = task;
  }

  /** Returns the text of the task, which appears in messages of executors. */
  @Override
  public final String toString() {
    return task.toString();
  }

  static final class OfRunnable extends ContextTask<Runnable> implements Runnable {

    OfRunnable(Context context, Runnable task) {
      super(context, task);
    }

    @Override
    public void run() {
      AttachedContext attached = AttachedContext.attach(context);
      try {
        task.run();
      } finally {
        attached.detach();
      }
    }
  }

  static final class OfCallable<V> extends ContextTask<Callable<V>> implements Callable<V> {

    OfCallable(Context context, Callable<V> task) {
      super(context, task);
    }

    @Override
    public V call() throws Exception {
      AttachedContext attached = AttachedContext.attach(context);
      try {
        return task.call();
      } finally {
        attached.detach();
      }
    }
  }

  static final class OfSupplier<V> extends ContextTask<Supplier<V>> implements Supplier<V> {

    OfSupplier(Context context, Supplier<V> task) {
      super(context, task);
    }

    @Override
    public V get() {
      AttachedContext attached = AttachedContext.attach(context);
      try {
        return task.get();
      } finally {
        attached.detach();
      }
    }
  }

  static final class OfFunction<A, V> extends ContextTask<Function<A, V>>
      implements Function<A, V> {

    OfFunction(Context context, Function<A, V> task) {
      super(context, task);
    }

    @Override
    public V apply(A argument) {
      AttachedContext attached = AttachedContext.attach(context);
      try {
        return task.apply(argument);
      } finally {
        attached.detach();
      }
    }
  }

  static final class OfBiFunction<A, B, V> extends ContextTask<BiFunction<A, B, V>>
      implements BiFunction<A, B, V> {

    OfBiFunction(Context context, BiFunction<A, B, V> task) {
      super(context, task);
    }

    @Override
    public V apply(A first, B second) {
      AttachedContext attached = AttachedContext.attach(context);
      try {
        return task.apply(first, second);
      } finally {
        attached.detach();
      }
    }
  }

  static final class OfConsumer<A> extends ContextTask<Consumer<A>> implements Consumer<A> {

    OfConsumer(Context context, Consumer<A> task) {
      super(context, task);
    }

    @Override
    public void accept(A argument) {
      AttachedContext attached = AttachedContext.attach(context);
      try {
        task.accept(argument);
      } finally {
        attached.detach();
      }
    }
  }

  static final class OfBiConsumer<A, B> extends ContextTask<BiConsumer<A, B>>
      implements BiConsumer<A, B> {

    OfBiConsumer(Context context, BiConsumer<A, B> task) {
      super(context, task);
    }

    @Override
    public void accept(A first, B second) {
      AttachedContext attached = AttachedContext.attach(context);
      try {
        task.accept(first, second);
      } finally {
        attached.detach();
      }
    }
  }
}
