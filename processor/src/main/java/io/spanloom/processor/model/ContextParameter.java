package io.spanloom.processor.model;

/**
 * A parameter annotated with {@code @ParentContext} or {@code @SpanLink}.
 *
 * @param location the annotation
 * @param parameter the parameter
 * @param form the kind of context that the parameter's type holds
 * @param typeText the parameter's type as the source code writes it
 */
public record ContextParameter(
    SourceLocation location, AttributeSource.Parameter parameter, Form form, String typeText) {

  /** The kind of context that a parameter's type holds. */
  public enum Form {
    /** A {@code Context}. */
    CONTEXT,
    /** A {@code SpanContext}. */
    SPAN_CONTEXT,
    /** A collection of {@code SpanContext}s. */
    SPAN_CONTEXTS,
    /** A map of headers, whose keys are strings. */
    HEADERS,
    /** Any other type. */
    OTHER
  }
}
