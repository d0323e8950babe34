package io.spanloom.deferred.jdk;

import java.util.Spliterator;
import java.util.function.Supplier;

/**
 * A spliterator that is traversed in a span, without the methods that depend on the type of its
 * values.
 *
 * @param <S> the type of the spliterator
 */
abstract class TracedBaseSpliterator<S extends Spliterator<?>> {

  final S source;
  final Traversal traversal;
  private boolean ended;

  TracedBaseSpliterator(S source, Traversal traversal) {
    this.source = source;
    this.traversal = traversal;
  }

  /** Runs one step of the traversal, in the span's context. */
  final boolean advance(Supplier<Boolean> step) {
    boolean more = traversal.call(step);
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

  public final long estimateSize() {
    return source.estimateSize();
  }

  public final long getExactSizeIfKnown() {
    return source.getExactSizeIfKnown();
  }

  public final int characteristics() {
    return source.characteristics();
  }

  public final boolean hasCharacteristics(int characteristics) {
    return source.hasCharacteristics(characteristics);
  }
}
