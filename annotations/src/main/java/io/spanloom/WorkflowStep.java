package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Records each call of a method as a step of a workflow: a child span, or a pair of events on the
 * current span.
 *
 * <pre>{@code
 * @WorkflowStep(value = "reserve stock", workflow = "order")
 * void reserve(Order order) { ... }
 * }</pre>
 *
 * <p>Both forms have the attributes {@code workflow.name} and {@code workflow.step.name} and, when
 * the step ends, {@code workflow.step.outcome}: {@code success}, {@code error} or {@code
 * cancelled}. The OpenTelemetry semantic conventions define no attributes for such steps; these
 * names are specific to Spanloom.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface WorkflowStep {

  /**
   * The step's name, which is also the span's name. Defaults to the method's name.
   *
   * @return the step's name, or an empty string for the default
   */
  String value() default "";

  /**
   * The name of the workflow that the step belongs to.
   *
   * @return the workflow's name, or an empty string for none
   */
  String workflow() default "";

  /**
   * The form in which the step is recorded.
   *
   * @return the form
   */
  Form as() default Form.SPAN;

  /** The form in which a step is recorded. */
  enum Form {
    /** A child span of the current span. */
    SPAN,

    /**
     * The events {@code step.start} and {@code step.end} on the current span. If no span is
     * current, the step is not recorded.
     */
    EVENTS
  }
}
