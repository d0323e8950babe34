package io.spanloom.deferred.jdk;

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
    Traversal traversal = new Traversal(spans.start(null));
    return new TracedIterator<>(traversal.call(source::iterator), traversal);
  }

  @Override
  public Spliterator<T> spliterator() {
    Traversal traversal = new Traversal(spans.start(null));
    return new TracedSpliterator<>(traversal.call(source::spliterator), traversal);
  }

  @Override
  public void forEach(Consumer<? super T> action) {
    new Traversal(spans.start(null)).run(() -> source.forEach(action));
  }
}
