package io.spanloom.deferred.jdk;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A spliterator whose traversal ends a span. */
final class TracedSpliterator<T> extends TracedBaseSpliterator<Spliterator<T>>
    implements Spliterator<T> {

  TracedSpliterator(Spliterator<T> source, Traversal traversal) {
    super(source, traversal);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    return advance(() -> source.tryAdvance(action));
  }

  @Override
  public void forEachRemaining(Consumer<? super T> action) {
    finish(() -> source.forEachRemaining(action));
  }

  @Override
  public @Nullable Spliterator<T> trySplit() {
    Spliterator<T> prefix = source.trySplit();
    return prefix == null ? null : new TracedSpliterator<>(prefix, traversal.split());
  }

  @Override
  public @Nullable Comparator<? super T> getComparator() {
    return source.getComparator();
  }
}
