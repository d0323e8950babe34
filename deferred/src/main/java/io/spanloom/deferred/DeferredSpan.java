package io.spanloom.deferred;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The span of a deferred result. The first call of {@link #complete}, {@link #fail}, {@link
 * #cancel} or {@link #abandon} ends it; all later calls are ignored. Safe for use by multiple
 * threads; never throws.
 *
 * @param <T> the type of the result's values
 */
public interface DeferredSpan<T> {

  /**
   * Returns the context in which the result is computed. It contains the span, or if there is no
   * span, its parent.
   *
   * @return the context
   */
  Context context();

  /**
   * Returns whether the span reads the values of a result that has several. If it does not, an
   * adapter need not call {@link #next}.
   *
   * @return true if {@link #next} has an effect
   */
  default boolean readsValues() {
    return false;
  }

  /**
   * Reports one of several values, before the program receives it. Has no effect once the span has
   * ended.
   *
   * @param value the value, or null to report that there is one without passing it on
   */
  default void next(@Nullable T value) {}

  /**
   * Ends the span of a result that completed normally.
   *
   * @param value the value of a result with a single value, or null if the value is null or the
   *     result has several values or none
   */
  void complete(@Nullable T value);

  /**
   * Ends the span of a result that failed.
   *
   * @param error the exception; the cause of an {@code ExecutionException} or {@code
   *     CompletionException} is recorded instead of it, and a {@code CancellationException} cancels
   */
  void fail(Throwable error);

  /** Ends the span of a result that was cancelled. */
  void cancel();

  /**
   * Ends the span of a result that was left before it completed, without an error or a
   * cancellation.
   *
   * @param lastUseNanos the value of {@link System#nanoTime} when the result was last used; the
   *     span ends at that time
   */
  void abandon(long lastUseNanos);
}
