package io.spanloom.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A block of code that runs in a span and returns a result.
 *
 * @param <T> the type of the result
 * @param <E> the type of the exception; {@code RuntimeException} if there is no checked exception
 */
@FunctionalInterface
public interface SpanBody<T extends @Nullable Object, E extends Throwable> {

  /**
   * Runs the code.
   *
   * @return the result
   * @throws E if the code fails
   */
  T call() throws E;
}
