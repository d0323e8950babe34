package io.spanloom.deferred.jdk;

import io.opentelemetry.context.Scope;
import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A spliterator whose traversal ends a span.
 *
 * @param <T> the type of the values
 * @param <S> the type of the traced spliterator
 */
class TracedSpliterator<T, S extends Spliterator<T>> implements Spliterator<T> {

  final S source;
  final Traversal traversal;
  private boolean ended;

  TracedSpliterator(S source, Traversal traversal) {
    this.source = source;
    this.traversal = traversal;
  }

  /** Runs one step of the traversal, in the span's context. */
  final boolean advance(BooleanSupplier step) {
    boolean more;
    Scope scope = traversal.context().makeCurrent();
    try {
      more = step.getAsBoolean();
    } catch (Throwable error) {
      traversal.failed(error);
      throw error;
    } finally {
      scope.close();
    }
    if (more) {
      traversal.used();
    } else {
      end();
    }
    return more;
  }

  /** Runs the rest of the traversal, in the span's context. */
  final void finish(Runnable rest) {
    advance(
        () -> {
          rest.run();
          return false;
        });
  }

  private void end() {
    if (!ended) {
      ended = true;
      traversal.partEnded();
    }
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
  public long estimateSize() {
    return source.estimateSize();
  }

  @Override
  public long getExactSizeIfKnown() {
    return source.getExactSizeIfKnown();
  }

  @Override
  public int characteristics() {
    return source.characteristics();
  }

  @Override
  public boolean hasCharacteristics(int characteristics) {
    return source.hasCharacteristics(characteristics);
  }

  @Override
  public @Nullable Comparator<? super T> getComparator() {
    return source.getComparator();
  }
}
