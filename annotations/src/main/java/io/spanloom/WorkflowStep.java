package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes each run of a method a step of a workflow: a child span, or a pair of events on the current
 * span.
 *
 * <p>Both carry {@code workflow.name}, {@code workflow.step.name} and, at the end, {@code
 * workflow.step.outcome}, which is {@code success} or {@code error}. No semantic convention exists
 * for steps that are not AI operations; the names are Spanloom's own.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface WorkflowStep {

  /**
   * The step's name, which is also the span's.
   *
   * @return the name, or empty for the method's name
   */
  String value() default "";

  /**
   * The workflow that the step belongs to.
   *
   * @return the workflow's name, or empty where it has none
   */
  String workflow() default "";

  /**
   * What a run of the step becomes.
   *
   * @return a span or events
   */
  Form as() default Form.SPAN;

  /** What a run of a step becomes. */
  enum Form {
    /** A child span of the current span. */
    SPAN,

    /** The events {@code step.start} and {@code step.end} on the current span. */
    EVENTS
  }
}
