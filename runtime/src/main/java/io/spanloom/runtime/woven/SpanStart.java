package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * A span that is about to start. Used by the thread that begins the call, and not after {@link
 * #enter}. Never throws.
 */
public abstract sealed class SpanStart permits ActiveCall {

  SpanStart() {}

  /**
   * Sets an attribute. Strings, also in a list, are truncated to the number of characters in the
   * system property {@code spanloom.attribute.length}, by default 4096.
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
   * @param to the linked span; ignored if it is null or invalid
   * @return this
   */
  public abstract SpanStart link(@Nullable SpanContext to);

  /**
   * Adds links to several spans, at most 128.
   *
   * @param to the {@code SpanContext}s, or null for none; elements that are null or invalid are
   *     ignored
   * @return this
   */
  public abstract SpanStart links(@Nullable Iterable<?> to);

  /**
   * Returns the writer of what the request of an AI call reveals.
   *
   * @return the writer
   */
  public final AiRequest request() {
    return new AiRequest((ActiveCall) this);
  }

  /**
   * Logs that the value of an attribute could not be read. The attribute is not set.
   *
   * @param key the attribute's key
   * @param failure the exception
   */
  public final void unreadable(AttributeKey<?> key, Throwable failure) {
    TracingFailures.unreadable(key, failure);
  }

  /** Starts the span and makes it current until the call ends. */
  public abstract void enter();
}
