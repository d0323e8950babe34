package io.spanloom.deferred.jdk;

import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Traces streams. The span starts with the call, and ends when a terminal operation has returned or
 * failed, when an iterator over the stream has returned the last value, or when the stream is
 * closed. If the stream is abandoned earlier, the span ends once the stream is no longer reachable,
 * at the time of its last use.
 */
public final class StreamResults {

  private StreamResults() {}

  /**
   * Returns a stream that ends the span of the call.
   *
   * @param <T> the type of the values
   * @param result the result of a traced method
   * @param spans supplies the span
   * @return the traced result
   */
  public static <T> Stream<T> stream(Stream<T> result, DeferredSpans<? super T> spans) {
    DeferredSpan<? super T> span = spans.start(null);
    return new TracedStream<>(ReportedValues.of(result, span), new Traversal(span));
  }

  /**
   * Returns a stream that ends the span of the call.
   *
   * @param result the result of a traced method
   * @param spans supplies the span
   * @return the traced result
   */
  public static IntStream intStream(IntStream result, DeferredSpans<? super Integer> spans) {
    return new TracedIntStream(result, new Traversal(spans.start(null)));
  }

  /**
   * Returns a stream that ends the span of the call.
   *
   * @param result the result of a traced method
   * @param spans supplies the span
   * @return the traced result
   */
  public static LongStream longStream(LongStream result, DeferredSpans<? super Long> spans) {
    return new TracedLongStream(result, new Traversal(spans.start(null)));
  }

  /**
   * Returns a stream that ends the span of the call.
   *
   * @param result the result of a traced method
   * @param spans supplies the span
   * @return the traced result
   */
  public static DoubleStream doubleStream(
      DoubleStream result, DeferredSpans<? super Double> spans) {
    return new TracedDoubleStream(result, new Traversal(spans.start(null)));
  }
}
