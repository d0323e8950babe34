package io.spanloom.deferred.jdk;

import io.opentelemetry.context.Scope;
import io.spanloom.deferred.DeferredSpans;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;

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
    return new TracedIterator<>(open(traversal, Iterable::iterator), traversal);
  }

  @Override
  public Spliterator<T> spliterator() {
    Traversal traversal = new Traversal(spans.start(null));
    return new TracedSpliterator<>(open(traversal, Iterable::spliterator), traversal);
  }

  @Override
  public void forEach(Consumer<? super T> action) {
    new Traversal(spans.start(null)).run(() -> source.forEach(action));
  }

  private <V> V open(Traversal traversal, Function<Iterable<T>, V> opening) {
    Scope scope = traversal.context().makeCurrent();
    try {
      return opening.apply(source);
    } catch (Throwable error) {
      traversal.failed(error);
      throw error;
    } finally {
      scope.close();
    }
  }
}
