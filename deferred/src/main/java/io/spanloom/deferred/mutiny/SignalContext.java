package io.spanloom.deferred.mutiny;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the context in which an operator calls its callback, before another decorator, such as
 * SmallRye Context Propagation, replaces it by the context in which the operator was created. That
 * context cannot contain the span of a subscription, which starts later. Mutiny loads this class as
 * a service; {@link SubscriptionCallbacks} makes the remembered context current again.
 */
public final class SignalContext extends ScopedCallbacks {

  private static final ThreadLocal<@Nullable Context> SIGNAL = new ThreadLocal<>();

  /** Called by Mutiny. */
  public SignalContext() {}

  @Override
  public int ordinal() {
    return Integer.MAX_VALUE; // the outermost decorator
  }

  @Override
  Scope open() {
    Context outer = SIGNAL.get();
    SIGNAL.set(Context.current());
    return () -> SIGNAL.set(outer); // null, too: remove() and the next set() cost more
  }

  /** Returns the context of the signal that the thread handles, or null outside of callbacks. */
  static @Nullable Context get() {
    return SIGNAL.get();
  }
}
