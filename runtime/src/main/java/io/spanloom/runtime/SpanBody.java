package io.spanloom.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Code that runs inside a span and has a result.
 *
 * @param <T> the type of the result
 * @param <E> what the code throws; {@code RuntimeException} where it throws nothing checked
 */
@FunctionalInterface
public interface SpanBody<T extends @Nullable Object, E extends Throwable> {

  /**
   * Runs the code.
   *
   * @return its result
   * @throws E as it likes
   */
  T call() throws E;
}
