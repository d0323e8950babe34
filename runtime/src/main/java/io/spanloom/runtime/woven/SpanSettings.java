package io.spanloom.runtime.woven;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
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
 * @param recorded what is recorded of an exception
 * @param expected exceptions that are no errors
 * @param baggage entries of the baggage that become attributes
 * @param constants attributes that are the same on each
 */
record SpanSettings(
    String name,
    SpanKind kind,
    boolean root,
    boolean step,
    Recorded recorded,
    List<Class<? extends Throwable>> expected,
    List<BaggageEntry> baggage,
    List<TypedAttribute<?>> constants) {

  /** What a span tells of an exception beside its status and type, from much to little. */
  enum Recorded {
    /** As OpenTelemetry's agent: the cause of a wrapper, in full, and no type as an attribute. */
    AGENT_COMPATIBLE,
    ALL,
    NO_MESSAGES,
    NOTHING;

    Recorded butAtMost(Recorded other) {
      return compareTo(other) < 0 ? other : this;
    }
  }

  /**
   * An entry of the baggage that becomes an attribute.
   *
   * @param name the entry's name
   * @param key the attribute's key
   */
  record BaggageEntry(String name, AttributeKey<String> key) {}

  static SpanSettings named(String name) {
    return new SpanSettings(
        name, SpanKind.INTERNAL, false, false, Recorded.ALL, List.of(), List.of(), List.of());
  }

  SpanSettings kind(SpanKind newKind) {
    return new SpanSettings(name, newKind, root, step, recorded, expected, baggage, constants);
  }

  SpanSettings asRoot() {
    return new SpanSettings(name, kind, true, step, recorded, expected, baggage, constants);
  }

  SpanSettings asStep() {
    return new SpanSettings(name, kind, root, true, recorded, expected, baggage, constants);
  }

  SpanSettings recording(Recorded atMost) {
    return new SpanSettings(
        name, kind, root, step, recorded.butAtMost(atMost), expected, baggage, constants);
  }

  SpanSettings agentCompatible() {
    return new SpanSettings(
        name, kind, root, step, Recorded.AGENT_COMPATIBLE, expected, baggage, constants);
  }

  SpanSettings expecting(Class<? extends Throwable> type) {
    return new SpanSettings(
        name, kind, root, step, recorded, with(expected, type), baggage, constants);
  }

  SpanSettings withBaggage(String entry, AttributeKey<String> key) {
    return new SpanSettings(
        name,
        kind,
        root,
        step,
        recorded,
        expected,
        with(baggage, new BaggageEntry(entry, key)),
        constants);
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
        recorded,
        expected,
        baggage,
        with(constants, new TypedAttribute<>(key, value)));
  }

  private static <E> List<E> with(List<? extends E> elements, E another) {
    List<E> result = new ArrayList<>(elements);
    result.add(another);
    return List.copyOf(result);
  }

  @Nullable String constant(AttributeKey<String> key) {
    for (TypedAttribute<?> constant : constants) {
      if (constant.key().equals(key)) {
        return (String) constant.value();
      }
    }
    return null;
  }

  /**
   * Says all of this of a span that is to start.
   *
   * @param builder the span
   * @param parent what it starts in
   */
  void addTo(SpanBuilder builder, Context parent) {
    builder.setSpanKind(kind);
    if (root) {
      builder.setNoParent();
      SpanContext left = Span.fromContext(parent).getSpanContext();
      if (left.isValid() && recorded != Recorded.AGENT_COMPATIBLE) {
        builder.addLink(left);
      }
    } else {
      builder.setParent(parent);
    }
    addAll(constants, builder);
    if (!baggage.isEmpty()) {
      addAll(entriesOf(Baggage.fromContext(parent)), builder);
    }
  }

  /** Says of a span that had to start without them what its attributes are. */
  void addTo(Span span, Context parent) {
    addAll(constants, span);
    if (!baggage.isEmpty()) {
      addAll(entriesOf(Baggage.fromContext(parent)), span);
    }
  }

  private List<TypedAttribute<?>> entriesOf(Baggage entries) {
    List<TypedAttribute<?>> result = new ArrayList<>();
    for (BaggageEntry entry : baggage) {
      String value = entries.getEntryValue(entry.name());
      if (value != null) {
        result.add(new TypedAttribute<>(entry.key(), TextLimit.cut(value)));
      }
    }
    return result;
  }

  private static void addAll(List<TypedAttribute<?>> attributes, SpanBuilder builder) {
    for (int i = 0; i < attributes.size(); i++) {
      attributes.get(i).addTo(builder);
    }
  }

  private static void addAll(List<TypedAttribute<?>> attributes, Span span) {
    for (int i = 0; i < attributes.size(); i++) {
      attributes.get(i).addTo(span);
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

  /** Ends a span, and says first how its step ended where it is one. */
  void end(Span span, String outcome) {
    if (step) {
      span.setAttribute(AttributeKeys.STEP_OUTCOME, outcome);
    }
    span.end();
  }
}
