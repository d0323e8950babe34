package io.spanloom.deferred.jdk;

import io.opentelemetry.context.Context;
import io.spanloom.deferred.DeferredSpan;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The traversal of a source of values, which ends a span. The source may be split into parts that
 * several threads traverse. Does not refer to the source, so that it notices when the source is no
 * longer reachable.
 */
final class Traversal implements Runnable {

  private final DeferredSpan<?> span;
  private final AtomicInteger openParts = new AtomicInteger(1);

  private volatile long lastUseNanos = System.nanoTime();

  Traversal(DeferredSpan<?> span) {
    this.span = span;
  }

  /** Ends the span when an object that is traversed is no longer reachable. */
  void endWithout(Object traversed) {
    Abandonment.CLEANER.register(traversed, this);
  }

  /** Returns the context in which values are computed. */
  Context context() {
    return span.context();
  }

  /** Notes that a value was computed, and that more may follow. */
  void used() {
    lastUseNanos = System.nanoTime();
  }

  /** Returns this traversal for one more part. */
  Traversal split() {
    openParts.incrementAndGet();
    return this;
  }

  /** Ends the span if this was the last part. */
  void partEnded() {
    if (openParts.decrementAndGet() == 0) {
      span.complete(null);
    }
  }

  /** Ends the span of a traversal that failed, in the source or in the consumer of the values. */
  void failed(Throwable error) {
    span.fail(error);
  }

  /** Ends the span because the source was closed. */
  void closed() {
    span.complete(null);
  }

  @Override
  public void run() {
    span.abandon(System.nanoTime() - lastUseNanos);
  }

  /** Starts the cleaner's thread when the first lazy result is traced. */
  private static final class Abandonment {
    static final Cleaner CLEANER = Cleaner.create();
  }
}
