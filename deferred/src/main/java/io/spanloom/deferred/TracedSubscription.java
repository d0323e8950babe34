package io.spanloom.deferred;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to a traced result: its span, and the contexts on both sides of it. What the
 * result computes runs in the span's context; what its subscriber does with the values does not.
 *
 * @param <T> the type of the result's values
 */
public final class TracedSubscription<T> {

  private final DeferredSpan<T> span;
  private final Context inside;
  private final Context outside;

  private TracedSubscription(DeferredSpan<T> span, Context inside, Context outside) {
    this.span = span;
    this.inside = inside;
    this.outside = outside;
  }

  /**
   * Starts the span of a subscription whose subscriber supplies no context but the current one.
   *
   * @param <T> the type of the result's values
   * @param spans starts the span
   * @return the subscription
   */
  public static <T> TracedSubscription<T> start(DeferredSpans<T> spans) {
    return start(spans, null, UnaryOperator.identity());
  }

  /**
   * Starts the span of a subscription whose source runs in another context with that span.
   *
   * @param <T> the type of the result's values
   * @param spans starts the span
   * @param subscriber the context that the subscriber supplies, or null for the current context
   * @param inside returns the source's context for the context that contains the span
   * @return the subscription
   */
  public static <T> TracedSubscription<T> start(
      DeferredSpans<T> spans, @Nullable Context subscriber, UnaryOperator<Context> inside) {
    DeferredSpan<T> span = spans.start(subscriber);
    return new TracedSubscription<>(span, inside.apply(span.context()), Context.current());
  }

  /** {@return the span} */
  public DeferredSpan<T> span() {
    return span;
  }

  /** {@return the context that contains the span} */
  public Context context() {
    return inside;
  }

  /**
   * Makes the span's context current, for the source of the values.
   *
   * @return a scope that must be closed on the same thread
   */
  public Scope enter() {
    return attach(inside);
  }

  /**
   * Makes the context in which the subscriber subscribed current, if the span's context is current
   * now, so that spans that the subscriber starts do not become children of this one.
   *
   * @return a scope that must be closed on the same thread
   */
  public Scope leave() {
    return inside != outside && Context.current() == inside ? attach(outside) : Scope.noop();
  }

  private static Scope attach(Context context) {
    Scope scope = ContextStorage.get().attach(context);
    return scope == null ? Scope.noop() : scope;
  }
}
