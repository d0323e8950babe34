package io.spanloom.processor.model;

/**
 * A parameter that hands a parent or a link in.
 *
 * @param place the annotation
 * @param parameter the parameter
 * @param form what it is
 * @param typeText its type as a source has it
 */
public record ContextParameter(
    SourceLocation place, Source.Parameter parameter, Form form, String typeText) {

  /** What a parent or a link is handed in as. */
  public enum Form {
    /** A {@code Context}. */
    CONTEXT,
    /** A {@code SpanContext}. */
    SPAN_CONTEXT,
    /** A collection of {@code SpanContext}s. */
    SPAN_CONTEXTS,
    /** Anything else. */
    OTHER
  }
}
