package io.spanloom.deferred.mutiny;

import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.operators.multi.MultiOperatorProcessor;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.spanloom.deferred.TracedSubscription;
import java.util.concurrent.Flow.Subscription;

/** Ends a span when a {@code Multi} completes, and forwards each signal. */
final class SpanEndingMultiProcessor<T> extends MultiOperatorProcessor<T, T>
    implements TracedSubscriber {

  private final TracedSubscription<? super T> subscription;

  SpanEndingMultiProcessor(
      MultiSubscriber<? super T> downstream, TracedSubscription<? super T> subscription) {
    super(downstream);
    this.subscription = subscription;
  }

  @Override
  public TracedSubscription<?> subscription() {
    return subscription;
  }

  @Override
  public Context context() {
    Context searched = NearestSubscription.end(subscription);
    return searched == null ? super.context() : searched;
  }

  @Override
  public void onSubscribe(Subscription source) {
    Scope outside = subscription.leave();
    try {
      super.onSubscribe(source);
    } finally {
      outside.close();
    }
  }

  @Override
  public void onItem(T item) {
    if (isDone()) {
      return;
    }
    subscription.span().next(item);
    Scope outside = subscription.leave();
    try {
      super.onItem(item);
    } catch (Throwable failure) {
      subscription.span().fail(failure);
      throw failure;
    } finally {
      outside.close();
    }
  }

  @Override
  public void onFailure(Throwable failure) {
    subscription.span().fail(failure);
    Scope outside = subscription.leave();
    try {
      super.onFailure(failure);
    } finally {
      outside.close();
    }
  }

  @Override
  public void onCompletion() {
    subscription.span().complete(null);
    Scope outside = subscription.leave();
    try {
      super.onCompletion();
    } finally {
      outside.close();
    }
  }

  @Override
  public void request(long n) {
    Scope inside = subscription.enter();
    try {
      super.request(n);
    } finally {
      inside.close();
    }
  }

  @Override
  public void cancel() {
    subscription.span().cancel();
    super.cancel();
  }
}
