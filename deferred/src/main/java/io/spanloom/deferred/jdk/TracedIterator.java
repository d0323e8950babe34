package io.spanloom.deferred.jdk;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An iterator whose last value ends a span. */
final class TracedIterator<T> implements Iterator<T> {

  private final Iterator<T> source;
  private final Traversal traversal;
  private boolean ended;

  TracedIterator(Iterator<T> source, Traversal traversal) {
    this.source = source;
    this.traversal = traversal;
  }

  @Override
  public boolean hasNext() {
    boolean more = step(source::hasNext);
    if (!more) {
      end();
    }
    return more;
  }

  @Override
  public T next() {
    return step(source::next);
  }

  @Override
  public void remove() {
    source.remove();
  }

  @Override
  public void forEachRemaining(Consumer<? super T> action) {
    step(
        () -> {
          source.forEachRemaining(action);
          return true;
        });
    end();
  }

  private <V> V step(Supplier<V> step) {
    V value = traversal.call(step);
    traversal.used();
    return value;
  }

  private void end() {
    if (!ended) {
      ended = true;
      traversal.partEnded();
    }
  }
}
