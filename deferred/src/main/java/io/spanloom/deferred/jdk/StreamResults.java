package io.spanloom.deferred.jdk;

import io.spanloom.deferred.DeferredSpans;
import java.util.Spliterator;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Traces streams. The span starts with the call, and ends when the last value has been computed,
 * the computation fails, or the stream is closed. A stream that is abandoned before, for example
 * after {@code findFirst()}, ends its span once it is no longer reachable, at the time of its last
 * value.
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
    Traversal traversal = new Traversal(spans.start(null));
    Spliterator<T> source = result.spliterator();
    Spliterator<T> traced = new TracedSpliterator<>(source, traversal);
    return closing(StreamSupport.stream(traced, result.isParallel()), result, traced, traversal);
  }

  /**
   * Returns a stream that ends the span of the call.
   *
   * @param result the result of a traced method
   * @param spans supplies the span
   * @return the traced result
   */
  public static IntStream intStream(IntStream result, DeferredSpans<? super Integer> spans) {
    Traversal traversal = new Traversal(spans.start(null));
    Spliterator.OfInt traced = new TracedIntSpliterator(result.spliterator(), traversal);
    return closing(StreamSupport.intStream(traced, result.isParallel()), result, traced, traversal);
  }

  /**
   * Returns a stream that ends the span of the call.
   *
   * @param result the result of a traced method
   * @param spans supplies the span
   * @return the traced result
   */
  public static LongStream longStream(LongStream result, DeferredSpans<? super Long> spans) {
    Traversal traversal = new Traversal(spans.start(null));
    Spliterator.OfLong traced = new TracedLongSpliterator(result.spliterator(), traversal);
    return closing(
        StreamSupport.longStream(traced, result.isParallel()), result, traced, traversal);
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
    Traversal traversal = new Traversal(spans.start(null));
    Spliterator.OfDouble traced = new TracedDoubleSpliterator(result.spliterator(), traversal);
    return closing(
        StreamSupport.doubleStream(traced, result.isParallel()), result, traced, traversal);
  }

  /** Lets the traced stream close the original one, and observes that it is abandoned. */
  private static <S extends BaseStream<?, S>> S closing(
      S traced, BaseStream<?, ?> original, Spliterator<?> spliterator, Traversal traversal) {
    traversal.endWithout(spliterator);
    return traced.onClose(original::close).onClose(traversal::closed);
  }
}
