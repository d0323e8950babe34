package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;

/**
 * An attribute: a key with its value.
 *
 * @param <T> the type of the value
 * @param key the attribute's key
 * @param value the attribute's value
 */
record TypedAttribute<T>(AttributeKey<T> key, T value) {

  void addTo(SpanBuilder builder) {
    builder.setAttribute(key, value);
  }

  void addTo(AttributesBuilder builder) {
    builder.put(key, value);
  }

  void addTo(SpanStart start) {
    start.attribute(key, value);
  }

  void addTo(Span span) {
    span.setAttribute(key, value);
  }
}
