package io.spanloom.deferred;

/**
 * Observes a result that is already being computed when the method returns, such as a future. The
 * result itself does not change.
 *
 * @param <R> the type of the result
 * @param <T> the type of the value that it completes with
 */
@FunctionalInterface
public interface CompletionAdapter<R, T> {

  /**
   * Arranges that the span ends when the result completes, which it may already have. May throw if
   * the result does not support callbacks; the span then ends when the method returns.
   *
   * @param result the result
   * @param span the span of the call
   */
  void observe(R result, DeferredSpan<T> span);
}
