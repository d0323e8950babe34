package io.spanloom.deferred.rxjava3;

import io.opentelemetry.context.Scope;
import io.reactivex.rxjava3.operators.QueueFuseable;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.TracedSubscription;
import org.jspecify.annotations.Nullable;

/**
 * The queue of the source, from which a fused subscriber takes the values. Taking a value may
 * compute it, which happens in the span's context.
 */
final class FusedQueue<T> {

  private final TracedSubscription<? super T> subscription;
  private final DeferredSpan<? super T> span;
  private @Nullable QueueFuseable<T> source;
  private int mode = QueueFuseable.NONE;

  /** The completion of an asynchronously fused source, whose queue may still have values. */
  private volatile boolean completed;

  FusedQueue(TracedSubscription<? super T> subscription) {
    this.subscription = subscription;
    this.span = subscription.span();
  }

  /** Returns the exception for values that a subscriber, not a source, puts into the queue. */
  static UnsupportedOperationException noOffer() {
    return new UnsupportedOperationException("a fused queue is only read");
  }

  @SuppressWarnings("unchecked") // the source emits and queues the same values
  void connect(Object upstream) {
    if (upstream instanceof QueueFuseable<?> queue) {
      source = (QueueFuseable<T>) queue;
    }
  }

  /** Reports a value, unless the signal only announces values to be polled. */
  void emitted(T value) {
    if (mode != QueueFuseable.ASYNC) {
      span.next(value);
    }
  }

  /** Reports that the source completed, unless values are still to be polled. */
  void onComplete() {
    if (mode == QueueFuseable.ASYNC) {
      completed = true;
    } else {
      span.complete(null);
    }
  }

  int requestFusion(int requested) {
    mode = source == null ? QueueFuseable.NONE : source.requestFusion(requested);
    return mode;
  }

  @Nullable T poll() throws Throwable {
    if (source == null) {
      return null;
    }
    Scope inside = subscription.enter();
    try {
      T value = source.poll();
      if (value == null) {
        endIfComplete();
      } else {
        span.next(value);
      }
      return value;
    } catch (Throwable failure) {
      span.fail(failure);
      throw failure;
    } finally {
      inside.close();
    }
  }

  boolean isEmpty() {
    boolean empty = source == null || source.isEmpty();
    if (empty) {
      endIfComplete();
    }
    return empty;
  }

  void clear() {
    if (source != null) {
      source.clear();
    }
    endIfComplete();
  }

  /**
   * Ends the span of an empty queue. For a synchronously fused source, it is the only signal of the
   * completion.
   */
  private void endIfComplete() {
    if (mode == QueueFuseable.SYNC || completed) {
      span.complete(null);
    }
  }
}
