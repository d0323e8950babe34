package io.spanloom.processor.model;

/**
 * OpenTelemetry's {@code @AddingSpanAttributes}: adds attributes to the current span.
 *
 * @param location the annotation
 */
public record CurrentSpanAttributes(SourceLocation location) implements SpanForm {
  @Override
  public String annotation() {
    return "@AddingSpanAttributes";
  }

  @Override
  public String formName() {
    return "current span";
  }

  @Override
  public String spanName() {
    return "";
  }

  @Override
  public ExceptionPolicy exceptionPolicy() {
    return ExceptionPolicy.NONE;
  }

  @Override
  public boolean addsToCurrentSpan() {
    return true;
  }

  @Override
  public boolean agentCompatible() {
    return true;
  }
}
