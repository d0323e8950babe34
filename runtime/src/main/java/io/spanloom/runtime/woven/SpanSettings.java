package io.spanloom.runtime.woven;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListener.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings that all spans of a site share, made by a {@link SpanSettingsBuilder}.
 *
 * @param name the name of the spans
 * @param kind the kind of the spans
 * @param root whether each span starts a new trace
 * @param perSubscription whether spans start with each subscription to the result of a call
 * @param step whether each span is a workflow step, which has an outcome
 * @param exceptions how exceptions are recorded
 * @param expected the exceptions that are not errors, subclasses included
 * @param baggage the baggage entries that become attributes
 * @param constants the attributes that are the same on each span
 * @param ai the settings of AI calls, or null if the calls are not AI calls
 */
record SpanSettings(
    String name,
    SpanKind kind,
    boolean root,
    boolean perSubscription,
    boolean step,
    ExceptionDetail exceptions,
    List<Class<? extends Throwable>> expected,
    List<BaggageEntry> baggage,
    List<TypedAttribute<?>> constants,
    @Nullable AiSettings ai) {

  /** The recorded details of an exception, in descending order. */
  enum ExceptionDetail {
    /**
     * As the OpenTelemetry agent records it: the whole exception, or its cause if it is a wrapper,
     * but no {@code error.type}.
     */
    AGENT_COMPATIBLE,

    /** The whole exception. */
    FULL,

    /** The types and stack traces, but no messages. */
    WITHOUT_MESSAGES,

    /** The type, as {@code error.type}. */
    TYPE_ONLY
  }

  /**
   * A baggage entry that becomes an attribute.
   *
   * @param name the entry's name
   * @param key the attribute's key
   */
  record BaggageEntry(String name, AttributeKey<String> key) {}

  /** Returns a builder that starts with these settings. */
  SpanSettingsBuilder toBuilder() {
    return new SpanSettingsBuilder(this);
  }

  /** Returns the value of a constant attribute, or null if it is not set. */
  @Nullable String constant(AttributeKey<String> key) {
    for (TypedAttribute<?> constant : constants) {
      if (constant.key().equals(key)) {
        return (String) constant.value();
      }
    }
    return null;
  }

  /**
   * Applies these settings to a span builder.
   *
   * @param builder the builder
   * @param parent the parent context
   */
  void addTo(SpanBuilder builder, Context parent) {
    builder.setSpanKind(kind);
    if (root) {
      builder.setNoParent();
      SpanContext current = Span.fromContext(parent).getSpanContext();
      if (current.isValid() && exceptions != ExceptionDetail.AGENT_COMPATIBLE) {
        builder.addLink(current);
      }
    } else {
      builder.setParent(parent);
    }
    addAll(constants, builder);
    if (!baggage.isEmpty()) {
      addAll(baggageAttributes(parent), builder);
    }
  }

  /**
   * Sets the attributes of these settings on a span that is already started.
   *
   * @param span the span
   * @param parent the parent context
   */
  void addTo(Span span, Context parent) {
    addAll(constants, span);
    if (!baggage.isEmpty()) {
      addAll(baggageAttributes(parent), span);
    }
  }

  private List<TypedAttribute<?>> baggageAttributes(Context parent) {
    Baggage values = Baggage.fromContext(parent);
    List<TypedAttribute<?>> result = new ArrayList<>();
    for (BaggageEntry entry : baggage) {
      String value = values.getEntryValue(entry.name());
      if (value != null) {
        result.add(new TypedAttribute<>(entry.key(), TextLimit.truncate(value)));
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

  boolean isExpected(Throwable error) {
    for (int i = 0; i < expected.size(); i++) {
      if (expected.get(i).isInstance(error)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the outcome to record, for which an expected exception is a result. */
  Outcome recorded(Outcome outcome, @Nullable Throwable error) {
    return outcome == Outcome.FAILED && error != null && isExpected(error)
        ? Outcome.RETURNED
        : outcome;
  }

  /**
   * Ends the span of a call; if it is a workflow step, sets its outcome first.
   *
   * @param at the end, or null for now
   */
  void end(Span span, Outcome outcome, @Nullable Throwable error, @Nullable Instant at) {
    boolean agentCompatible = exceptions == ExceptionDetail.AGENT_COMPATIBLE;
    try {
      if (outcome == Outcome.CANCELLED && !agentCompatible) {
        span.setAttribute(AttributeKeys.CANCELLED, true);
      } else if (error != null) {
        ErrorRecorder.record(span, error, this);
      }
      if (step) {
        span.setAttribute(
            AttributeKeys.STEP_OUTCOME, AttributeKeys.stepOutcome(recorded(outcome, error)));
      }
    } finally {
      if (at == null) {
        span.end();
      } else {
        span.end(at);
      }
    }
  }
}
