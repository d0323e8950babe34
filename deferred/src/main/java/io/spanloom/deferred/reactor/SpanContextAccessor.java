package io.spanloom.deferred.reactor;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import org.jspecify.annotations.Nullable;

/**
 * Restores OpenTelemetry's context on the threads of a reactive chain, where Micrometer's context
 * propagation does so for thread-locals. A context without a value leaves the current context
 * alone, because it may be managed by other means.
 */
public final class SpanContextAccessor implements ThreadLocalAccessor<Object> {

  /** Creates an accessor, for the service loader of context propagation. */
  public SpanContextAccessor() {}

  /**
   * Moves the accessor to the end of the registered ones. An accessor that comes later could make
   * the span of an enclosing observation current again.
   *
   * @return true; throws a {@link LinkageError} if context propagation is absent
   */
  static boolean registerLast() {
    ContextRegistry.getInstance().registerThreadLocalAccessor(new SpanContextAccessor());
    return true;
  }

  @Override
  public Object key() {
    return ReactorContextEntry.NAME;
  }

  @Override
  public @Nullable Object getValue() {
    Context current = Context.current();
    if (current == Context.root()) {
      return null;
    }
    Object observation = currentObservation();
    return observation == null ? current : ReactorContextEntry.captured(current, observation);
  }

  /** Makes a context current, unless the current observation started inside it. */
  @Override
  public void setValue(Object value) {
    Object observation = currentObservation();
    if (observation == null || ReactorContextEntry.isInside(observation, value)) {
      attach(ReactorContextEntry.contextOf(value));
    }
  }

  @Override
  public void setValue() {}

  @Override
  public void restore(Object previous) {
    attach(ReactorContextEntry.contextOf(previous));
  }

  @Override
  public void restore() {
    attach(Context.root());
  }

  private static void attach(@Nullable Context context) {
    if (context != null) {
      // The accessor restores the previous context itself, so the scope is not needed.
      ContextStorage.get().attach(context);
    }
  }

  private static @Nullable Object currentObservation() {
    for (ThreadLocalAccessor<?> accessor :
        ContextRegistry.getInstance().getThreadLocalAccessors()) {
      if (accessor.key().equals(EnclosingObservation.KEY)) {
        Object observation = accessor.getValue();
        return Observations.mayHaveSpan(observation) ? observation : null;
      }
    }
    return null;
  }
}
