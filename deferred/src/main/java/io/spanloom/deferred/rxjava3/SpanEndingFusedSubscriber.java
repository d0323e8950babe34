package io.spanloom.deferred.rxjava3;

import io.opentelemetry.context.Scope;
import io.reactivex.rxjava3.exceptions.ProtocolViolationException;
import io.reactivex.rxjava3.operators.ConditionalSubscriber;
import io.reactivex.rxjava3.operators.QueueSubscription;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.TracedSubscription;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Ends a span when a {@code Flowable} completes, and forwards each signal. Operators on both sides
 * can fuse, as if this object were not between them.
 */
final class SpanEndingFusedSubscriber<T> implements ConditionalSubscriber<T>, QueueSubscription<T> {

  private final Subscriber<? super T> actual;

  /** The same subscriber, or null if it does not report whether it consumed a value. */
  private final @Nullable ConditionalSubscriber<? super T> conditional;

  private final TracedSubscription<? super T> subscription;
  private final DeferredSpan<? super T> span;
  private final FusedQueue<T> queue;
  private @Nullable Subscription upstream;

  SpanEndingFusedSubscriber(
      Subscriber<? super T> actual, TracedSubscription<? super T> subscription) {
    this.actual = actual;
    this.conditional =
        actual instanceof ConditionalSubscriber<? super T> subscriber ? subscriber : null;
    this.subscription = subscription;
    this.span = subscription.span();
    this.queue = new FusedQueue<>(subscription);
  }

  @Override
  public void onSubscribe(Subscription source) {
    if (upstream != null) {
      source.cancel();
      RxJavaPlugins.onError(new ProtocolViolationException("a second subscription"));
      return;
    }
    upstream = source;
    queue.connect(source);
    Scope outside = subscription.leave();
    try {
      actual.onSubscribe(this);
    } finally {
      outside.close();
    }
  }

  @Override
  public void onNext(T value) {
    queue.emitted(value);
    Scope outside = subscription.leave();
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
  public boolean tryOnNext(T value) {
    if (conditional == null) {
      onNext(value);
      return true;
    }
    queue.emitted(value);
    Scope outside = subscription.leave();
    try {
      return conditional.tryOnNext(value);
    } catch (Throwable failure) {
      span.fail(failure);
      throw failure;
    } finally {
      outside.close();
    }
  }

  @Override
  public void onError(Throwable error) {
    span.fail(error);
    Scope outside = subscription.leave();
    try {
      actual.onError(error);
    } finally {
      outside.close();
    }
  }

  @Override
  public void onComplete() {
    queue.onComplete();
    Scope outside = subscription.leave();
    try {
      actual.onComplete();
    } finally {
      outside.close();
    }
  }

  @Override
  public void request(long n) {
    if (upstream != null) {
      Scope inside = subscription.enter();
      try {
        upstream.request(n);
      } finally {
        inside.close();
      }
    }
  }

  @Override
  public void cancel() {
    span.cancel();
    if (upstream != null) {
      upstream.cancel();
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
