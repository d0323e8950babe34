package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * A span that is about to start; used by the thread that begins the call, and not after {@link
 * #enter}. Nothing here throws.
 */
public abstract sealed class SpanStart permits ActiveCall {

  SpanStart() {}

  /**
   * Sets an attribute. A text (also one in a list) of more characters than the system property
   * {@code spanloom.attribute.length} says, 4096 where it says nothing, loses its end.
   *
   * @param <T> the type of the value
   * @param key the attribute's key
   * @param value the value, or null for no attribute
   * @return this
   */
  public abstract <T> SpanStart attribute(AttributeKey<T> key, @Nullable T value);

  /**
   * Adds a link.
   *
   * @param to the other span; without effect where that is null or not valid
   * @return this
   */
  public abstract SpanStart link(@Nullable SpanContext to);

  /**
   * Adds links to the first 128 of several spans.
   *
   * @param to the {@code SpanContext}s, or null for none; those that are null or not valid are left
   *     out
   * @return this
   */
  public abstract SpanStart links(@Nullable Iterable<?> to);

  /**
   * Takes note that the value of an attribute could not be read; the attribute is missing.
   *
   * @param key the attribute's key
   * @param failure what was thrown
   */
  public final void unreadable(AttributeKey<?> key, Throwable failure) {
    TracingFailures.unreadable(key, failure);
  }

  /** Starts the span and makes it current until the call ends. */
  public abstract void enter();
}
