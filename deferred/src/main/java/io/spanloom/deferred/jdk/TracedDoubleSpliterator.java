package io.spanloom.deferred.jdk;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** A spliterator of {@code double} values whose traversal ends a span. */
final class TracedDoubleSpliterator extends TracedBaseSpliterator<Spliterator.OfDouble>
    implements Spliterator.OfDouble {

  TracedDoubleSpliterator(Spliterator.OfDouble source, Traversal traversal) {
    super(source, traversal);
  }

  @Override
  public boolean tryAdvance(DoubleConsumer action) {
    return advance(() -> source.tryAdvance(action));
  }

  @Override
  public void forEachRemaining(DoubleConsumer action) {
    finish(() -> source.forEachRemaining(action));
  }

  @Override
  public Spliterator.@Nullable OfDouble trySplit() {
    Spliterator.OfDouble prefix = source.trySplit();
    return prefix == null ? null : new TracedDoubleSpliterator(prefix, traversal.split());
  }

  @Override
  public @Nullable Comparator<? super Double> getComparator() {
    return source.getComparator();
  }
}
