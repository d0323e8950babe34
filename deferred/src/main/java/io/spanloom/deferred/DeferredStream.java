package io.spanloom.deferred;

import org.jspecify.annotations.Nullable;

/**
 * The span of a result that completes with a stream. It ends with that stream, or with the result
 * if there is none. Safe for use by multiple threads; never throws.
 */
public interface DeferredStream {

  /**
   * Replaces the stream with which the result completes. Without a stream, ends the span.
   *
   * @param <S> the type of the stream
   * @param stream the stream, or null
   * @return the stream that the program receives
   */
  <S extends @Nullable Object> S deliver(S stream);

  /**
   * Ends the span of a result that failed, as {@link DeferredSpan#fail} does.
   *
   * @param error the exception
   */
  void fail(Throwable error);

  /** Ends the span of a result that the program itself completed normally. */
  void complete();
}
