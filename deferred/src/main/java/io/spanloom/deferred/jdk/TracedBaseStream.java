package io.spanloom.deferred.jdk;

import java.util.stream.BaseStream;

/**
 * A stream whose terminal operation ends a span. It delegates each operation, so that the original
 * stream stays lazy.
 *
 * @param <T> the type of the values
 * @param <S> the type of the stream
 */
abstract class TracedBaseStream<T, S extends BaseStream<T, S>> {

  final S delegate;
  final Traversal traversal;

  TracedBaseStream(S delegate, Traversal traversal) {
    this.delegate = delegate;
    this.traversal = traversal;
  }

  /** Returns a stream over the same traversal. */
  abstract S traced(S next);

  public final boolean isParallel() {
    return delegate.isParallel();
  }

  public S sequential() {
    return traced(delegate.sequential());
  }

  public S parallel() {
    return traced(delegate.parallel());
  }

  public final S unordered() {
    return traced(delegate.unordered());
  }

  public final S onClose(Runnable handler) {
    return traced(delegate.onClose(handler));
  }

  public final void close() {
    try {
      delegate.close();
    } finally {
      traversal.closed();
    }
  }
}
