package io.spanloom;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Records each call of a method as a run of a workflow: a span with the attributes {@code
 * workflow.name} and {@code workflow.run.id}.
 *
 * <pre>{@code
 * @Workflow(value = "checkout", runId = "order.id()")
 * Receipt checkOut(Order order) { ... }
 * }</pre>
 *
 * <p>Steps that are called inside, on every thread that has the context, take the workflow's name
 * and the run's ID from it. If the method returns a {@link java.util.concurrent.CompletionStage},
 * the run ends when the stage completes.
 *
 * @see WorkflowStep
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Workflow {

  /**
   * The workflow's name, which is also the span's name. Defaults to the method's name.
   *
   * @return the workflow's name, or an empty string for the default
   */
  String value() default "";

  /**
   * The path of the run's ID, such as {@code "order.id()"}. It is resolved as {@link
   * SpanAttribute#from} is.
   *
   * @return the path, or an empty string if runs have no ID
   */
  String runId() default "";

  /**
   * The types of exceptions that are an expected result and not an error, including their
   * subclasses. The span does not record them, and its status stays unset.
   *
   * @return the exception types
   */
  Class<? extends Throwable>[] expected() default {};

  /**
   * Lets a run continue in another process. A step that has not started in this process then counts
   * as ended in another one, rather than as missing.
   *
   * @return true if runs may continue elsewhere
   */
  boolean resumable() default false;

  /**
   * Puts each run into the trace whose ID is derived from the workflow's name and the run's ID, so
   * that all processes record one trace. The span that was current becomes a link. By default, the
   * run is a child of the current span, and the runs with the same ID have a link in common.
   * Implies {@link #resumable}.
   *
   * @return true for one trace per run
   */
  boolean traceByRun() default false;
}
