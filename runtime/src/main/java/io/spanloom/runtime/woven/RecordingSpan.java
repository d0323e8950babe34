package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * A span that is about to end, for the attributes that only a result can give; used by the thread
 * that ends the call, and not after the end. Nothing here throws.
 */
public final class RecordingSpan {

  private final Span span;

  RecordingSpan(Span span) {
    this.span = span;
  }

  /**
   * Returns the current span, to set attributes on it; it ends elsewhere.
   *
   * @return the span, or null where none is current that records
   */
  public static @Nullable RecordingSpan ofCurrent() {
    try {
      Span span = Span.current();
      return span.isRecording() ? new RecordingSpan(span) : null;
    } catch (Throwable failure) {
      TracingFailures.swallow("reading the current span", failure);
      return null;
    }
  }

  /**
   * Sets an attribute. A text that is too long loses its end, as {@link SpanStart#attribute} says.
   *
   * @param <T> the type of the value
   * @param key the attribute's key
   * @param value the value, or null for no attribute
   * @return this
   */
  public <T> RecordingSpan attribute(AttributeKey<T> key, @Nullable T value) {
    try {
      if (value != null) {
        TypedAttribute<?> shortened = TextLimit.shortened(key, value);
        if (shortened == null) {
          span.setAttribute(key, value);
        } else {
          shortened.addTo(span);
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("setting an attribute", failure);
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
    TracingFailures.unreadable(key, failure);
  }
}
