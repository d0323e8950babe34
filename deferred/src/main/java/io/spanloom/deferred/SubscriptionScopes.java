package io.spanloom.deferred;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;

/**
 * The contexts on both sides of a subscription. The span is current while the traced source runs,
 * but not while the subscriber handles a signal on the same thread. Safe for use by multiple
 * threads.
 */
public final class SubscriptionScopes {

  private final Context source;
  private final Context subscriber;

  private SubscriptionScopes(Context source, Context subscriber) {
    this.source = source;
    this.subscriber = subscriber;
  }

  /**
   * Returns the scopes of a subscription that is about to happen on the current thread.
   *
   * @param source the context in which the source runs
   * @return the scopes
   */
  public static SubscriptionScopes of(Context source) {
    return new SubscriptionScopes(source, Context.current());
  }

  /**
   * Makes the source's context current, to subscribe, request or cancel.
   *
   * @return the scope, which the caller closes
   */
  public Scope enterSource() {
    return attach(source);
  }

  /**
   * Makes the subscriber's context current, to deliver a signal. Does nothing on a thread on which
   * the source's context is not current.
   *
   * @return the scope, which the caller closes
   */
  public Scope enterSubscriber() {
    return Context.current() == source ? attach(subscriber) : Scope.noop();
  }

  private static Scope attach(Context context) {
    Scope scope = ContextStorage.get().attach(context);
    return scope == null ? Scope.noop() : scope;
  }
}
