package io.spanloom.deferred.jdk;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A spliterator of {@code int} values whose traversal ends a span. */
final class TracedIntSpliterator extends TracedBaseSpliterator<Spliterator.OfInt>
    implements Spliterator.OfInt {

  TracedIntSpliterator(Spliterator.OfInt source, Traversal traversal) {
    super(source, traversal);
  }

  @Override
  public boolean tryAdvance(IntConsumer action) {
    return advance(() -> source.tryAdvance(action));
  }

  @Override
  public void forEachRemaining(IntConsumer action) {
    finish(() -> source.forEachRemaining(action));
  }

  @Override
  public Spliterator.@Nullable OfInt trySplit() {
    Spliterator.OfInt prefix = source.trySplit();
    return prefix == null ? null : new TracedIntSpliterator(prefix, traversal.split());
  }

  @Override
  public @Nullable Comparator<? super Integer> getComparator() {
    return source.getComparator();
  }
}
