package io.spanloom.runtime;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the spans of one site have in common.
 *
 * @param name the name of the spans
 * @param kind their kind
 * @param root whether each starts a trace of its own
 * @param step whether each says at its end how the step ended
 * @param hidesMessages whether exception messages stay off the spans
 * @param expected exceptions that are no errors
 * @param constants attributes that are the same on each
 */
record SpanSettings(
    String name,
    SpanKind kind,
    boolean root,
    boolean step,
    boolean hidesMessages,
    List<Class<? extends Throwable>> expected,
    List<Constant<?>> constants) {

  /**
   * An attribute that is known before any span starts.
   *
   * @param <T> the type of its value
   */
  record Constant<T>(AttributeKey<T> key, T value) {

    void addTo(SpanBuilder builder) {
      builder.setAttribute(key, value);
    }

    void addTo(Span span) {
      span.setAttribute(key, value);
    }
  }

  static SpanSettings named(String name) {
    return new SpanSettings(name, SpanKind.INTERNAL, false, false, false, List.of(), List.of());
  }

  SpanSettings kind(SpanKind newKind) {
    return new SpanSettings(name, newKind, root, step, hidesMessages, expected, constants);
  }

  SpanSettings asRoot() {
    return new SpanSettings(name, kind, true, step, hidesMessages, expected, constants);
  }

  SpanSettings asStep() {
    return new SpanSettings(name, kind, root, true, hidesMessages, expected, constants);
  }

  SpanSettings withoutMessages() {
    return new SpanSettings(name, kind, root, step, true, expected, constants);
  }

  SpanSettings expecting(Class<? extends Throwable> type) {
    return new SpanSettings(name, kind, root, step, hidesMessages, with(expected, type), constants);
  }

  <T> SpanSettings with(AttributeKey<T> key, @Nullable T value) {
    if (value == null) {
      return this;
    }
    return new SpanSettings(
        name,
        kind,
        root,
        step,
        hidesMessages,
        expected,
        with(constants, new Constant<>(key, value)));
  }

  private static <E> List<E> with(List<? extends E> elements, E another) {
    List<E> result = new ArrayList<>(elements);
    result.add(another);
    return List.copyOf(result);
  }

  @Nullable String constant(AttributeKey<String> key) {
    for (Constant<?> constant : constants) {
      if (constant.key().equals(key)) {
        return (String) constant.value();
      }
    }
    return null;
  }

  void addConstants(SpanBuilder builder) {
    for (int i = 0; i < constants.size(); i++) {
      constants.get(i).addTo(builder);
    }
  }

  void addConstants(Span span) {
    for (int i = 0; i < constants.size(); i++) {
      constants.get(i).addTo(span);
    }
  }

  boolean expects(Throwable error) {
    for (int i = 0; i < expected.size(); i++) {
      if (expected.get(i).isInstance(error)) {
        return true;
      }
    }
    return false;
  }
}
