package io.spanloom.deferred.rxjava3;

import io.opentelemetry.context.Scope;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.exceptions.ProtocolViolationException;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.spanloom.deferred.TracedSubscription;
import org.jspecify.annotations.Nullable;

/**
 * Ends a span when the source fails or the subscriber disposes of it: the base class of the
 * observers of all types except {@code Flowable}.
 */
abstract class SpanEndingObserver implements Disposable {

  private final TracedSubscription<?> subscription;
  private @Nullable Disposable upstream;

  SpanEndingObserver(TracedSubscription<?> subscription) {
    this.subscription = subscription;
  }

  /** Hands this object to the subscriber. */
  abstract void passSubscription();

  /** Hands an error to the subscriber. */
  abstract void passError(Throwable error);

  /** Called when the source subscribes. */
  void connect(Disposable source) {}

  public final void onSubscribe(Disposable source) {
    if (upstream != null) {
      source.dispose();
      RxJavaPlugins.onError(new ProtocolViolationException("a second subscription"));
      return;
    }
    upstream = source;
    connect(source);
    Scope outside = leave();
    try {
      passSubscription();
    } finally {
      outside.close();
    }
  }

  public final void onError(Throwable error) {
    subscription.span().fail(error);
    Scope outside = leave();
    try {
      passError(error);
    } finally {
      outside.close();
    }
  }

  final Scope enter() {
    return subscription.enter();
  }

  final Scope leave() {
    return subscription.leave();
  }

  @Override
  public final void dispose() {
    subscription.span().cancel();
    if (upstream != null) {
      upstream.dispose();
    }
  }

  @Override
  public final boolean isDisposed() {
    return upstream != null && upstream.isDisposed();
  }
}
