package io.spanloom.deferred;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The spans of the subscriptions to one result. Safe for use by multiple threads; never throws.
 *
 * @param <T> the type of the result's values
 */
@FunctionalInterface
public interface DeferredSpans<T> {

  /**
   * Returns the span of a subscription, which starts now.
   *
   * @param subscriber the context that the subscriber supplies by the library's own means, or null
   *     if it supplies none; then the current context is the parent, or if no context is current,
   *     the context of the traced call
   * @return the span
   */
  DeferredSpan<T> start(@Nullable Context subscriber);
}
