package io.spanloom.runtime;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * A span that is about to end, for the attributes that only a result can give; used by the thread
 * that ends the call, and not after the end. Nothing here throws.
 */
public final class SpanEnd {

  private final Span span;

  SpanEnd(Span span) {
    this.span = span;
  }

  /**
   * Sets an attribute. A text that is too long loses its end, as {@link SpanStart#attribute} says.
   *
   * @param <T> the type of the value
   * @param key the attribute's key
   * @param value the value, or null for no attribute
   * @return this
   */
  public <T> SpanEnd attribute(AttributeKey<T> key, @Nullable T value) {
    try {
      if (value != null) {
        Attribute<?> shortened = TextLimit.shortened(key, value);
        if (shortened == null) {
          span.setAttribute(key, value);
        } else {
          shortened.addTo(span);
        }
      }
    } catch (Throwable failure) {
      Failures.swallow("setting an attribute", failure);
    }
    return this;
  }

  /**
   * Takes note that the value of an attribute could not be read; the attribute is missing.
   *
   * @param key the attribute's key
   * @param failure what was thrown
   */
  public void unreadable(AttributeKey<?> key, Throwable failure) {
    Failures.unreadable(key, failure);
  }
}
