package io.spanloom.deferred.mutiny;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;

/**
 * Runs the callbacks of a traced subscription in the context of its signals. Mutiny loads this
 * class as a service; see {@link SignalContext}.
 */
public final class SubscriptionCallbacks extends ScopedCallbacks {

  /** Called by Mutiny. */
  public SubscriptionCallbacks() {}

  @Override
  public int ordinal() {
    return Integer.MIN_VALUE; // the innermost decorator
  }

  @Override
  Scope open() {
    Context signal = SignalContext.get();
    return signal != null && SubscriptionMark.isIn(signal)
        ? ContextStorage.get().attach(signal)
        : Scope.noop();
  }
}
