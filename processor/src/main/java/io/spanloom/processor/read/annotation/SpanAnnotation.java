package io.spanloom.processor.read.annotation;

import io.spanloom.AICall;
import io.spanloom.Traced;
import io.spanloom.Workflow;
import io.spanloom.WorkflowStep;
import java.util.Arrays;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The annotations that create spans, or add attributes to the current span. */
public enum SpanAnnotation {
  /** {@link Traced}. */
  TRACED(Traced.class.getCanonicalName()),
  /** {@link WorkflowStep}. */
  STEP(WorkflowStep.class.getCanonicalName()),
  /** {@link Workflow}. */
  WORKFLOW(Workflow.class.getCanonicalName()),
  /** {@link AICall}. */
  AI_CALL(AICall.class.getCanonicalName()),
  /** OpenTelemetry's {@code @WithSpan}, which behaves as in OpenTelemetry's agent. */
  WITH_SPAN("io.opentelemetry.instrumentation.annotations.WithSpan"),
  /** OpenTelemetry's {@code @AddingSpanAttributes}, which behaves as in OpenTelemetry's agent. */
  ADDING_ATTRIBUTES("io.opentelemetry.instrumentation.annotations.AddingSpanAttributes");

  /** The canonical name of OpenTelemetry's own parameter annotation. */
  public static final String OPENTELEMETRY_SPAN_ATTRIBUTE =
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

  /**
   * Returns whether the annotation is OpenTelemetry's own and behaves as in OpenTelemetry's agent.
   *
   * @return true for one of OpenTelemetry's annotations
   */
  public boolean isAgentCompatible() {
    return this == WITH_SPAN || this == ADDING_ATTRIBUTES;
  }
}
