package io.spanloom.deferred.mutiny;

import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.operators.uni.UniOperatorProcessor;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import io.spanloom.deferred.TracedSubscription;

/** Ends a span when a {@code Uni} completes, and forwards each signal. */
final class SpanEndingUniProcessor<T> extends UniOperatorProcessor<T, T>
    implements TracedSubscriber {

  private final TracedSubscription<? super T> subscription;

  SpanEndingUniProcessor(
      UniSubscriber<? super T> downstream, TracedSubscription<? super T> subscription) {
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
  public void onSubscribe(UniSubscription source) {
    Scope outside = subscription.leave();
    try {
      super.onSubscribe(source);
    } finally {
      outside.close();
    }
  }

  @Override
  public void onItem(T item) {
    subscription.span().complete(item);
    Scope outside = subscription.leave();
    try {
      super.onItem(item);
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
  public void cancel() {
    subscription.span().cancel();
    super.cancel();
  }
}
