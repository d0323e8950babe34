package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * A span that has started, for attributes that are known only later, such as those of a result.
 * Used by one thread, and not after the span has ended. Never throws.
 */
public final class RecordingSpan {

  private final Span span;

  RecordingSpan(Span span) {
    this.span = span;
  }

  /**
   * Returns whether values are to be read for a span. A sampled span counts although it may have
   * ended, because the SDK takes the span's lock to answer that.
   */
  static boolean isRecording(@Nullable Span span) {
    return span != null && (span.getSpanContext().isSampled() || span.isRecording());
  }

  /**
   * Returns the current span.
   *
   * @return the span, or null if no span is current or it is not recording
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

  /** Returns the span of the site's running call, or null if it has no recording span. */
  static @Nullable RecordingSpan ofRunningCall(TracedSite site) {
    try {
      ActiveCall call = site.runningCall();
      Span span = call == null ? null : call.span();
      return span != null && isRecording(span) ? new RecordingSpan(span) : null;
    } catch (Throwable failure) {
      TracingFailures.swallow("reading a result", failure);
      return null;
    }
  }

  /**
   * Sets an attribute. Strings are truncated as {@link SpanStart#attribute} describes.
   *
   * @param <T> the type of the value
   * @param key the attribute's key
   * @param value the value, or null for no attribute
   * @return this
   */
  public <T> RecordingSpan attribute(AttributeKey<T> key, @Nullable T value) {
    try {
      if (value != null) {
        TypedAttribute<?> truncated = TextLimit.truncated(key, value);
        if (truncated == null) {
          span.setAttribute(key, value);
        } else {
          truncated.addTo(span);
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("setting an attribute", failure);
    }
    return this;
  }

  /**
   * Logs that the value of an attribute could not be read. The attribute is not set.
   *
   * @param key the attribute's key
   * @param failure the exception
   */
  public void unreadable(AttributeKey<?> key, Throwable failure) {
    TracingFailures.unreadable(key, failure);
  }
}
