package io.spanloom.deferred.mutiny;

import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.tuples.Functions;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Calls the callbacks of all operators in a scope. */
abstract class ScopedCallbacks extends ScopedFunctions {

  @Override
  public final <T> Supplier<T> decorate(Supplier<T> callback) {
    if (isOff()) {
      return callback;
    }
    return () -> {
      Scope scope = open();
      try {
        return callback.get();
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final <T> Consumer<T> decorate(Consumer<T> callback) {
    if (isOff()) {
      return callback;
    }
    return value -> {
      Scope scope = open();
      try {
        callback.accept(value);
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final LongConsumer decorate(LongConsumer callback) {
    if (isOff()) {
      return callback;
    }
    return value -> {
      Scope scope = open();
      try {
        callback.accept(value);
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final Runnable decorate(Runnable callback) {
    if (isOff()) {
      return callback;
    }
    return () -> {
      Scope scope = open();
      try {
        callback.run();
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final <V> Callable<V> decorate(Callable<V> callback) {
    if (isOff()) {
      return callback;
    }
    return () -> {
      Scope scope = open();
      try {
        return callback.call();
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final <T1, T2> BiConsumer<T1, T2> decorate(BiConsumer<T1, T2> callback) {
    if (isOff()) {
      return callback;
    }
    return (a, b) -> {
      Scope scope = open();
      try {
        callback.accept(a, b);
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final <I, O> Function<I, O> decorate(Function<I, O> callback) {
    if (isOff()) {
      return callback;
    }
    return in -> {
      Scope scope = open();
      try {
        return callback.apply(in);
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final <I1, I2, O> BiFunction<I1, I2, O> decorate(BiFunction<I1, I2, O> callback) {
    if (isOff()) {
      return callback;
    }
    return (a, b) -> {
      Scope scope = open();
      try {
        return callback.apply(a, b);
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final <T> BinaryOperator<T> decorate(BinaryOperator<T> callback) {
    if (isOff()) {
      return callback;
    }
    return (a, b) -> {
      Scope scope = open();
      try {
        return callback.apply(a, b);
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final <T1, T2, T3> Functions.TriConsumer<T1, T2, T3> decorate(
      Functions.TriConsumer<T1, T2, T3> callback) {
    if (isOff()) {
      return callback;
    }
    return (a, b, c) -> {
      Scope scope = open();
      try {
        callback.accept(a, b, c);
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final BooleanSupplier decorate(BooleanSupplier callback) {
    if (isOff()) {
      return callback;
    }
    return () -> {
      Scope scope = open();
      try {
        return callback.getAsBoolean();
      } finally {
        scope.close();
      }
    };
  }

  @Override
  public final <T> Predicate<T> decorate(Predicate<T> callback) {
    if (isOff()) {
      return callback;
    }
    return value -> {
      Scope scope = open();
      try {
        return callback.test(value);
      } finally {
        scope.close();
      }
    };
  }
}
