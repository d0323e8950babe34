package io.spanloom.deferred.reactor;

import io.opentelemetry.context.Scope;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.TracedSubscription;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.Scannable;
import reactor.core.publisher.Operators;

/**
 * Ends a span when a {@code Mono} or {@code Flux} completes. Hands on each signal, even one that is
 * not allowed, and takes part in fusion as far as its source does.
 */
final class SpanEndingSubscriber<T>
    implements Fuseable.ConditionalSubscriber<T>, Fuseable.QueueSubscription<T>, Scannable {

  private final CoreSubscriber<? super T> actual;
  private final Fuseable.@Nullable ConditionalSubscriber<? super T> conditional;
  private final DeferredSpan<? super T> span;
  private final boolean single;
  private final TracedSubscription<? super T> traced;
  private final reactor.util.context.Context context;
  private @Nullable Subscription upstream;
  private Fuseable.@Nullable QueueSubscription<T> queue;
  private int fusion = Fuseable.NONE;

  /** The completion of an asynchronously fused source, whose queue may still have values. */
  private volatile boolean completed;

  SpanEndingSubscriber(
      CoreSubscriber<? super T> actual,
      TracedSubscription<? super T> traced,
      boolean single,
      reactor.util.context.Context context) {
    this.actual = actual;
    this.conditional =
        actual instanceof Fuseable.ConditionalSubscriber<? super T> filter ? filter : null;
    this.span = traced.span();
    this.single = single;
    this.traced = traced;
    this.context = context;
  }

  @Override
  public reactor.util.context.Context currentContext() {
    return context;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    if (Operators.validate(upstream, subscription)) {
      upstream = subscription;
      queue = Operators.as(subscription);
      Scope scope = traced.leave();
      try {
        actual.onSubscribe(this);
      } finally {
        scope.close();
      }
    }
  }

  @Override
  public void onNext(T value) {
    if (fusion == Fuseable.NONE) { // otherwise the signal announces values, and poll returns them
      emitted(value);
    }
    Scope scope = traced.leave();
    try {
      actual.onNext(value);
    } catch (Throwable failure) {
      span.fail(failure);
      throw failure;
    } finally {
      scope.close();
    }
  }

  @Override
  public boolean tryOnNext(T value) {
    if (conditional == null) {
      onNext(value);
      return true;
    }
    emitted(value);
    Scope scope = traced.leave();
    try {
      return conditional.tryOnNext(value);
    } catch (Throwable failure) {
      span.fail(failure);
      throw failure;
    } finally {
      scope.close();
    }
  }

  private void emitted(T value) {
    if (single) {
      span.complete(value);
    } else {
      span.next(value);
    }
  }

  @Override
  public void onError(Throwable error) {
    span.fail(error);
    Scope scope = traced.leave();
    try {
      actual.onError(error);
    } finally {
      scope.close();
    }
  }

  @Override
  public void onComplete() {
    if (fusion == Fuseable.ASYNC) {
      completed = true;
    } else {
      span.complete(null);
    }
    Scope scope = traced.leave();
    try {
      actual.onComplete();
    } finally {
      scope.close();
    }
  }

  @Override
  public void request(long n) {
    if (upstream != null) {
      Scope scope = traced.enter();
      try {
        upstream.request(n);
      } finally {
        scope.close();
      }
    }
  }

  @Override
  public void cancel() {
    span.cancel();
    if (upstream != null) {
      Scope scope = traced.enter();
      try {
        upstream.cancel();
      } finally {
        scope.close();
      }
    }
  }

  @Override
  public int requestFusion(int requested) {
    // The value of a Mono that is fused asynchronously could arrive after its completion.
    int supported = single ? requested & ~Fuseable.ASYNC : requested;
    if (queue != null && (supported & Fuseable.ANY) != Fuseable.NONE) {
      fusion = queue.requestFusion(supported);
    }
    return fusion;
  }

  @Override
  public @Nullable T poll() {
    T value;
    Scope scope = traced.enter();
    try {
      value = queue == null ? null : queue.poll();
    } catch (Throwable failure) {
      span.fail(failure);
      throw failure;
    } finally {
      scope.close();
    }
    if (value != null) {
      emitted(value);
    } else {
      endIfComplete();
    }
    return value;
  }

  @Override
  public boolean isEmpty() {
    boolean empty = queue == null || queue.isEmpty();
    if (empty) {
      endIfComplete();
    }
    return empty;
  }

  private void endIfComplete() {
    if (fusion == Fuseable.SYNC || completed) {
      span.complete(null);
    }
  }

  @Override
  public int size() {
    return queue == null ? 0 : queue.size();
  }

  @Override
  public void clear() {
    if (queue != null) {
      queue.clear();
    }
    endIfComplete();
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface declares it
  public @Nullable Object scanUnsafe(Attr key) {
    if (key == Attr.PARENT) {
      return upstream;
    }
    if (key == Attr.ACTUAL) {
      return actual;
    }
    return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : null;
  }
}
