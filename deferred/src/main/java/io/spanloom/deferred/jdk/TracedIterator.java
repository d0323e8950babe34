package io.spanloom.deferred.jdk;

import io.opentelemetry.context.Scope;
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
    boolean more = run(source::hasNext);
    if (!more) {
      end();
    }
    return more;
  }

  @Override
  public T next() {
    return run(source::next);
  }

  @Override
  public void remove() {
    source.remove();
  }

  @Override
  public void forEachRemaining(Consumer<? super T> action) {
    run(
        () -> {
          source.forEachRemaining(action);
          return true;
        });
    end();
  }

  private <V> V run(Supplier<V> step) {
    Scope scope = traversal.context().makeCurrent();
    try {
      V value = step.get();
      traversal.used();
      return value;
    } catch (Throwable error) {
      traversal.failed(error);
      throw error;
    } finally {
      scope.close();
    }
  }

  private void end() {
    if (!ended) {
      ended = true;
      traversal.partEnded();
    }
  }
}
