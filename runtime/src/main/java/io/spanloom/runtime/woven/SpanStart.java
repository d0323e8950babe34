package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A span that is about to start. Used by the thread that begins the call, and not after {@link
 * #enter}. Never throws.
 */
public abstract sealed class SpanStart permits ActiveCall, SpanTemplate {

  private static final int MAX_LINKS = 128;

  SpanStart() {}

  abstract <T> void add(AttributeKey<T> key, T value);

  abstract void addLink(SpanContext to);

  /** Returns the collector of an AI call, or null for another call. */
  abstract @Nullable AiResult ai();

  /**
   * Sets an attribute. Strings, also in a list, are truncated to the number of characters in the
   * system property {@code spanloom.attribute.length}, by default 4096.
   *
   * @param <T> the type of the value
   * @param key the attribute's key
   * @param value the value, or null for no attribute
   * @return this
   */
  public <T> SpanStart attribute(AttributeKey<T> key, @Nullable T value) {
    try {
      if (value != null) {
        TypedAttribute<?> truncated = TextLimit.truncated(key, value);
        if (truncated == null) {
          add(key, value);
        } else {
          add(truncated);
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("setting an attribute", failure);
    }
    return this;
  }

  private <T> void add(TypedAttribute<T> attribute) {
    add(attribute.key(), attribute.value());
  }

  /**
   * Adds a link.
   *
   * @param to the linked span; ignored if it is null or invalid
   * @return this
   */
  public final SpanStart link(@Nullable SpanContext to) {
    try {
      if (to != null && to.isValid()) {
        addLink(to);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("adding a link", failure);
    }
    return this;
  }

  /**
   * Adds links to several spans, at most 128.
   *
   * @param to the {@code SpanContext}s, or null for none; elements that are null or invalid are
   *     ignored
   * @return this
   */
  public final SpanStart links(@Nullable Iterable<?> to) {
    try {
      if (to != null) {
        Iterator<?> contexts = to.iterator();
        for (int i = 0; i < MAX_LINKS && contexts.hasNext(); i++) {
          link((SpanContext) contexts.next());
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("adding links", failure);
    }
    return this;
  }

  /**
   * Returns the object that sets the attributes which an AI call's request supplies.
   *
   * @return the object, which belongs to this span
   */
  public final AiRequest request() {
    return new AiRequest(this, ai());
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

  /**
   * Begins the call: starts the span and makes it current until the call ends, or, if its result
   * starts a span with each subscription, keeps the attributes and links for these spans.
   */
  public abstract void enter();
}
