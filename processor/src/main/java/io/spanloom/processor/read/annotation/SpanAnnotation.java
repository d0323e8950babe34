package io.spanloom.processor.read.annotation;

import io.spanloom.AICall;
import io.spanloom.Traced;
import io.spanloom.WorkflowStep;
import java.util.Arrays;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The annotations that make spans, or attributes of the span around. */
public enum SpanAnnotation {
  /** {@link Traced}. */
  TRACED(Traced.class.getCanonicalName()),
  /** {@link WorkflowStep}. */
  STEP(WorkflowStep.class.getCanonicalName()),
  /** {@link AICall}. */
  AI_CALL(AICall.class.getCanonicalName()),
  /** OpenTelemetry's own, which mean what they mean to its agent. */
  WITH_SPAN("io.opentelemetry.instrumentation.annotations.WithSpan"),
  /** As before, without a span of their own. */
  ADDING_ATTRIBUTES("io.opentelemetry.instrumentation.annotations.AddingSpanAttributes");

  /** OpenTelemetry's own annotation of a parameter. */
  public static final String FOREIGN_ATTRIBUTE =
      "io.opentelemetry.instrumentation.annotations.SpanAttribute";

  private final String name;

  SpanAnnotation(String name) {
    this.name = name;
  }

  static Optional<SpanAnnotation> of(TypeElement annotation) {
    return Arrays.stream(values())
        .filter(each -> annotation.getQualifiedName().contentEquals(each.name))
        .findFirst();
  }

  public boolean isForeign() {
    return this == WITH_SPAN || this == ADDING_ATTRIBUTES;
  }
}
