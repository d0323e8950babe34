package io.spanloom.deferred.jdk;

import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** A spliterator of {@code double} values whose traversal ends a span. */
final class TracedDoubleSpliterator extends TracedSpliterator<Double, Spliterator.OfDouble>
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
  public boolean tryAdvance(Consumer<? super Double> action) {
    return super.tryAdvance(action);
  }

  @Override
  public void forEachRemaining(Consumer<? super Double> action) {
    super.forEachRemaining(action);
  }

  @Override
  public Spliterator.@Nullable OfDouble trySplit() {
    Spliterator.OfDouble prefix = source.trySplit();
    return prefix == null ? null : new TracedDoubleSpliterator(prefix, traversal.split());
  }
}
