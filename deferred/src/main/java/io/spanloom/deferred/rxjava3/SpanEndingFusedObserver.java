package io.spanloom.deferred.rxjava3;

import io.opentelemetry.context.Scope;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.operators.QueueDisposable;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.TracedSubscription;
import org.jspecify.annotations.Nullable;

/**
 * Ends a span when an {@code Observable} completes, and forwards each signal. Operators on both
 * sides can fuse, as if this object were not between them.
 */
final class SpanEndingFusedObserver<T> extends SpanEndingObserver
    implements Observer<T>, QueueDisposable<T> {

  private final Observer<? super T> actual;
  private final DeferredSpan<? super T> span;
  private final FusedQueue<T> queue;

  SpanEndingFusedObserver(Observer<? super T> actual, TracedSubscription<? super T> subscription) {
    super(subscription);
    this.actual = actual;
    this.span = subscription.span();
    this.queue = new FusedQueue<>(subscription);
  }

  @Override
  void connect(Disposable source) {
    queue.connect(source);
  }

  @Override
  void passSubscription() {
    actual.onSubscribe(this);
  }

  @Override
  void passError(Throwable error) {
    actual.onError(error);
  }

  @Override
  public void onNext(T value) {
    queue.emitted(value);
    Scope outside = leave();
    try {
      actual.onNext(value);
    } catch (Throwable failure) {
      span.fail(failure);
      throw failure;
    } finally {
      outside.close();
    }
  }

  @Override
  public void onComplete() {
    queue.onComplete();
    Scope outside = leave();
    try {
      actual.onComplete();
    } finally {
      outside.close();
    }
  }

  @Override
  public int requestFusion(int mode) {
    return queue.requestFusion(mode);
  }

  @Override
  public @Nullable T poll() throws Throwable {
    return queue.poll();
  }

  @Override
  public boolean isEmpty() {
    return queue.isEmpty();
  }

  @Override
  public void clear() {
    queue.clear();
  }

  @Override
  public boolean offer(T value) {
    throw FusedQueue.noOffer();
  }

  @Override
  public boolean offer(T first, T second) {
    throw FusedQueue.noOffer();
  }
}
