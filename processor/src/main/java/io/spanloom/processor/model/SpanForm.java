package io.spanloom.processor.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The telemetry that a call of a method records, as one span annotation defines it. */
public sealed interface SpanForm
    permits SpanForm.Span, AiCall, WorkflowForm, CurrentSpanAttributes {

  /** Returns the location of the annotation. */
  SourceLocation location();

  /** Returns the annotation's name for messages, with its at sign. */
  String annotation();

  /** Returns the name of this form in a span description, such as {@code ai call}. */
  String formName();

  /** Returns the name of the span or the step; empty if the form adds to the current span. */
  String spanName();

  /** Returns the exception data that the span records. */
  ExceptionPolicy exceptionPolicy();

  /** Returns the span's kind, a constant of {@code SpanKind}. */
  default String kind() {
    return "INTERNAL";
  }

  /** Returns whether calls become events on the current span. */
  default boolean recordsEvents() {
    return false;
  }

  /** Returns whether calls only add attributes to the current span. */
  default boolean addsToCurrentSpan() {
    return false;
  }

  /** Returns whether the span starts a new trace. */
  default boolean root() {
    return false;
  }

  /** Returns whether the annotation is OpenTelemetry's own and behaves as in its agent. */
  default boolean agentCompatible() {
    return false;
  }

  /** Returns the exceptions that are not errors. */
  default List<ExpectedException> expected() {
    return List.of();
  }

  /** Returns the built-in attributes whose values the annotation reads through paths. */
  default List<Attribute> paths() {
    return List.of();
  }

  /** Returns the values of the built-in attributes that the annotation sets. */
  default Map<BuiltInAttribute, Object> constants() {
    return Map.of();
  }

  /**
   * A name that an annotation sets.
   *
   * @param text the name or its default, empty if there is neither
   * @param explicit whether the source sets the name
   * @param location the name's location
   */
  record Name(String text, boolean explicit, SourceLocation location) {

    /** Adds the name to the values of built-in attributes, unless it is empty. */
    void addTo(Map<BuiltInAttribute, Object> constants, BuiltInAttribute attribute) {
      if (!text.isEmpty()) {
        constants.put(attribute, text);
      }
    }
  }

  /**
   * {@code @Traced}, or OpenTelemetry's {@code @WithSpan}.
   *
   * @param location the annotation
   * @param name the span's name
   * @param kind the span's kind, a constant of {@code SpanKind}
   * @param root whether the span starts a new trace
   * @param expected the exceptions that are not errors
   * @param exceptionPolicy the exception data that the span records
   * @param lazyResult the member that declares the result as consumed lazily, or empty
   * @param agentCompatible whether the annotation is {@code @WithSpan}
   */
  record Span(
      SourceLocation location,
      Name name,
      String kind,
      boolean root,
      List<ExpectedException> expected,
      ExceptionPolicy exceptionPolicy,
      Optional<SourceLocation> lazyResult,
      boolean agentCompatible)
      implements SpanForm {
    @Override
    public String annotation() {
      return agentCompatible ? "@WithSpan" : "@Traced";
    }

    @Override
    public String formName() {
      return "span";
    }

    @Override
    public String spanName() {
      return name.text();
    }
  }
}
