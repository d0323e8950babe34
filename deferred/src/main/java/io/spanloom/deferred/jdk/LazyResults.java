package io.spanloom.deferred.jdk;

import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import java.io.Closeable;
import java.util.Iterator;

/** Traces results that the caller consumes after the call. */
public final class LazyResults {

  private LazyResults() {}

  /**
   * Returns an iterator that ends the span of the call with its last value. If it is abandoned
   * earlier, the span ends once it is no longer reachable, at the time of its last use.
   *
   * @param <T> the type of the values
   * @param result the result of a traced method
   * @param spans supplies the span
   * @return the traced result
   */
  public static <T> Iterator<T> iterator(Iterator<T> result, DeferredSpans<? super T> spans) {
    DeferredSpan<? super T> span = spans.start(null);
    return new TracedIterator<>(ReportedValues.of(result, span), new Traversal(span));
  }

  /**
   * Returns an iterable that starts a span with each iteration.
   *
   * @param <T> the type of the values
   * @param result the result of a traced method
   * @param spans starts the spans
   * @return the traced result
   */
  public static <T> Iterable<T> iterable(Iterable<T> result, DeferredSpans<? super T> spans) {
    return new TracedIterable<>(result, spans);
  }

  /**
   * Returns an object that ends the span of the call when it is closed.
   *
   * @param result the result of a traced method
   * @param spans supplies the span
   * @return the traced result
   */
  public static AutoCloseable autoCloseable(AutoCloseable result, DeferredSpans<?> spans) {
    DeferredSpan<?> span = spans.start(null);
    return () -> {
      try {
        result.close();
      } catch (Throwable error) {
        span.fail(error);
        throw error;
      }
      span.complete(null);
    };
  }

  /**
   * Returns an object that ends the span of the call when it is closed.
   *
   * @param result the result of a traced method
   * @param spans supplies the span
   * @return the traced result
   */
  public static Closeable closeable(Closeable result, DeferredSpans<?> spans) {
    DeferredSpan<?> span = spans.start(null);
    return () -> {
      try {
        result.close();
      } catch (Throwable error) {
        span.fail(error);
        throw error;
      }
      span.complete(null);
    };
  }
}
