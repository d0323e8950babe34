package io.spanloom.deferred.jdk;

import io.spanloom.deferred.DeferredSpan;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reports the values of a source to its span, if the span reads them. Otherwise the source stays as
 * it is.
 */
final class ReportedValues {

  private ReportedValues() {}

  static <T> Stream<T> of(Stream<T> source, DeferredSpan<? super T> span) {
    return span.readsValues() ? source.peek(span::next) : source;
  }

  static <T> Iterator<T> of(Iterator<T> source, DeferredSpan<? super T> span) {
    return span.readsValues() ? new ReportingIterator<>(source, span) : source;
  }

  static <T> Spliterator<T> of(Spliterator<T> source, DeferredSpan<? super T> span) {
    return span.readsValues()
        ? of(StreamSupport.stream(source, false), span).spliterator()
        : source;
  }

  static <T> Consumer<? super T> of(Consumer<? super T> action, DeferredSpan<? super T> span) {
    return span.readsValues() ? value -> accept(value, action, span) : action;
  }

  private static <T> void accept(
      T value, Consumer<? super T> action, DeferredSpan<? super T> span) {
    span.next(value);
    action.accept(value);
  }

  /** An iterator that reports each value. */
  private record ReportingIterator<T>(Iterator<T> source, DeferredSpan<? super T> span)
      implements Iterator<T> {

    @Override
    public boolean hasNext() {
      return source.hasNext();
    }

    @Override
    public T next() {
      T value = source.next();
      span.next(value);
      return value;
    }

    @Override
    public void remove() {
      source.remove();
    }

    @Override
    public void forEachRemaining(Consumer<? super T> action) {
      source.forEachRemaining(value -> accept(value, action, span));
    }
  }
}
