package io.spanloom.runtime;

import io.opentelemetry.api.common.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * A span that is about to start; used by the thread that begins the call, and not after {@link
 * #enter}.
 */
public abstract sealed class SpanStart permits Frame {

  SpanStart() {}

  /**
   * Sets an attribute.
   *
   * @param <T> the type of the value
   * @param key the attribute's key
   * @param value the value, or null for no attribute
   * @return this
   */
  public abstract <T> SpanStart attribute(AttributeKey<T> key, @Nullable T value);

  /** Starts the span and makes it current until the call ends. */
  public abstract void enter();
}
