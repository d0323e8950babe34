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
 * @WorkflowStep(value = "charge", workflow = "checkout", after = "reserve")
 * void charge(Order order) { ... }
 * }</pre>
 *
 * <p>Both forms have the same attributes: {@code workflow.name}, {@code workflow.step.name}, {@code
 * workflow.step.index}, {@code workflow.step.count}, {@code workflow.run.id}, {@code
 * workflow.step.attempt} and, when the step ends, {@code workflow.step.outcome}: {@code success},
 * {@code error} or {@code cancelled}. An attribute whose value is unknown is missing. The
 * OpenTelemetry semantic conventions define no attributes for such steps; these names are specific
 * to Spanloom.
 *
 * @see Workflow
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
   * The name of the workflow that the step belongs to. Defaults to the workflow of the run in which
   * the step is called.
   *
   * @return the workflow's name, or an empty string for the default
   */
  String workflow() default "";

  /**
   * The form in which the step is recorded.
   *
   * @return the form
   */
  Form as() default Form.SPAN;

  /**
   * The names of the steps of the same workflow that come before this one. The compiler rejects
   * unknown names and cycles. A step that starts before they have ended gets the attribute {@code
   * workflow.step.out_of_order} with their names, and an event. Requires {@link #workflow}.
   *
   * @return the names, or an empty array if the step can come first
   */
  String[] after() default {};

  /**
   * The path of the ID of the run that the step belongs to, such as {@code "order.id()"}. It is
   * resolved as {@link SpanAttribute#from} is. Defaults to the ID of the run in which the step is
   * called.
   *
   * @return the path, or an empty string for the default
   */
  String runId() default "";

  /**
   * The path of the number of the attempt, from 1. Defaults to a number that Spanloom counts for
   * each run and step in the process.
   *
   * @return the path, or an empty string for the default
   */
  String attempt() default "";

  /**
   * The types of exceptions that are an expected result and not an error, including their
   * subclasses. The step does not record them, and its outcome is {@code success}.
   *
   * @return the exception types
   */
  Class<? extends Throwable>[] expected() default {};

  /**
   * Puts a step that has a {@link #runId} and no parent span into the trace whose ID is derived
   * from the workflow's name and the run's ID, so that all processes record one trace. By default,
   * such steps of a run have a link in common.
   *
   * @return true to join that trace
   */
  boolean traceByRun() default false;

  /** The form in which a step is recorded. */
  enum Form {
    /** A child span of the current span. */
    SPAN,

    /**
     * The events {@code step.start} and {@code step.end} on the current span. If no current span
     * can hold them, the step gets a span with these events.
     */
    EVENTS
  }
}
