package io.spanloom.deferred.jdk;

import io.opentelemetry.context.Scope;
import io.spanloom.deferred.DeferredSpan;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The traversal of a source of values, which ends a span. The source may be split into parts that
 * several threads traverse. All objects through which the source can be used refer to the
 * traversal; when they are no longer reachable, the span ends at the time of the last use.
 */
final class Traversal {

  private final DeferredSpan<?> span;
  private final LastUse lastUse;
  private final Cleaner.Cleanable abandonment;
  private final AtomicInteger openParts = new AtomicInteger(1);

  Traversal(DeferredSpan<?> span) {
    this.span = span;
    this.lastUse = new LastUse(span);
    this.abandonment = Abandonment.CLEANER.register(this, lastUse);
  }

  /** Runs an operation in the span's context; if the operation fails, the span ends as failed. */
  <V extends @Nullable Object> V call(Supplier<V> operation) {
    Scope scope = span.context().makeCurrent();
    try {
      return operation.get();
    } catch (Throwable error) {
      failed(error);
      throw error;
    } finally {
      scope.close();
      Reference.reachabilityFence(this);
    }
  }

  /** Runs an operation as {@link #call} does. It is the last one, after which the span ends. */
  <V extends @Nullable Object> V result(Supplier<V> operation) {
    Scope scope = span.context().makeCurrent();
    try {
      V result = operation.get();
      closed();
      return result;
    } catch (Throwable error) {
      failed(error);
      throw error;
    } finally {
      scope.close();
    }
  }

  /** Runs an operation as {@link #result} does. */
  void run(Runnable operation) {
    result(
        () -> {
          operation.run();
          return null;
        });
  }

  /** Records the time at which a value was computed; more values may follow. */
  void used() {
    lastUse.nanos = System.nanoTime();
  }

  /** Returns this traversal for one more part. */
  Traversal split() {
    openParts.incrementAndGet();
    return this;
  }

  /** Ends the span if this was the last part. */
  void partEnded() {
    if (openParts.decrementAndGet() == 0) {
      closed();
    }
  }

  /** Ends the span because the source was closed, or nothing more is read from it. */
  void closed() {
    span.complete(null);
    abandonment.clean(); // the cleaner's thread would compete for its lock after each collection
  }

  private void failed(Throwable error) {
    span.fail(error);
    abandonment.clean();
  }

  /** The time of the last use; does not refer to the traversal, so that it can be collected. */
  private static final class LastUse implements Runnable {

    private final DeferredSpan<?> span;
    private volatile long nanos = System.nanoTime();

    LastUse(DeferredSpan<?> span) {
      this.span = span;
    }

    @Override
    public void run() {
      span.abandon(nanos);
    }
  }

  /** Starts the cleaner's thread when the first lazy result is traced. */
  private static final class Abandonment {
    static final Cleaner CLEANER = Cleaner.create();
  }
}
