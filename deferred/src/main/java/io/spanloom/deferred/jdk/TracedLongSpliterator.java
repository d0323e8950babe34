package io.spanloom.deferred.jdk;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A spliterator of {@code long} values whose traversal ends a span. */
final class TracedLongSpliterator extends TracedBaseSpliterator<Spliterator.OfLong>
    implements Spliterator.OfLong {

  TracedLongSpliterator(Spliterator.OfLong source, Traversal traversal) {
    super(source, traversal);
  }

  @Override
  public boolean tryAdvance(LongConsumer action) {
    return advance(() -> source.tryAdvance(action));
  }

  @Override
  public void forEachRemaining(LongConsumer action) {
    finish(() -> source.forEachRemaining(action));
  }

  @Override
  public Spliterator.@Nullable OfLong trySplit() {
    Spliterator.OfLong prefix = source.trySplit();
    return prefix == null ? null : new TracedLongSpliterator(prefix, traversal.split());
  }

  @Override
  public @Nullable Comparator<? super Long> getComparator() {
    return source.getComparator();
  }
}
