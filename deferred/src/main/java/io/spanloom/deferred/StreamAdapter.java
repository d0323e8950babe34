package io.spanloom.deferred;

import org.jspecify.annotations.Nullable;

/**
 * Replaces a result that completes with a stream, such as a future of one, by one that completes
 * with a traced stream.
 *
 * @param <R> the declared type of the result
 */
@FunctionalInterface
public interface StreamAdapter<R extends @Nullable Object> {

  /**
   * Returns a result that behaves like the given one. If this method throws, the caller receives
   * the original result.
   *
   * @param result the result that the method returned
   * @param span replaces the stream
   * @return the result that the caller receives
   */
  R trace(R result, DeferredStream span);
}
