package io.spanloom.deferred.jdk;

import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A spliterator of {@code long} values whose traversal ends a span. */
final class TracedLongSpliterator extends TracedSpliterator<Long, Spliterator.OfLong>
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
  public boolean tryAdvance(Consumer<? super Long> action) {
    return super.tryAdvance(action);
  }

  @Override
  public void forEachRemaining(Consumer<? super Long> action) {
    super.forEachRemaining(action);
  }

  @Override
  public Spliterator.@Nullable OfLong trySplit() {
    Spliterator.OfLong prefix = source.trySplit();
    return prefix == null ? null : new TracedLongSpliterator(prefix, traversal.split());
  }
}
