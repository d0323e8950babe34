package io.spanloom.deferred.jdk;

import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.function.Consumer;

/** An iterable that starts a span with each iteration. */
final class TracedIterable<T> implements Iterable<T> {

  private final Iterable<T> source;
  private final DeferredSpans<? super T> spans;

  TracedIterable(Iterable<T> source, DeferredSpans<? super T> spans) {
    this.source = source;
    this.spans = spans;
  }

  @Override
  public Iterator<T> iterator() {
    DeferredSpan<? super T> span = spans.start(null);
    Traversal traversal = new Traversal(span);
    return new TracedIterator<>(
        ReportedValues.of(traversal.call(source::iterator), span), traversal);
  }

  @Override
  public Spliterator<T> spliterator() {
    DeferredSpan<? super T> span = spans.start(null);
    Traversal traversal = new Traversal(span);
    return new TracedSpliterator<>(
        ReportedValues.of(traversal.call(source::spliterator), span), traversal);
  }

  @Override
  public void forEach(Consumer<? super T> action) {
    DeferredSpan<? super T> span = spans.start(null);
    new Traversal(span).run(() -> source.forEach(ReportedValues.of(action, span)));
  }
}
