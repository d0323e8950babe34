package io.spanloom.runtime.workflow;

import io.opentelemetry.api.common.Attributes;
import io.spanloom.runtime.SpanBody;
import io.spanloom.runtime.woven.RuntimeControl;
import io.spanloom.runtime.woven.StepSite;
import io.spanloom.runtime.woven.WorkflowControl;
import org.jspecify.annotations.Nullable;

/**
 * Records steps that are not methods. They belong to the run that is current, exactly like methods
 * annotated with {@code @WorkflowStep}. Safe for use by multiple threads.
 */
public final class Steps {

  private Steps() {}

  /**
   * Runs code as a step, in a child span of the current span.
   *
   * @param name the step's name, a constant of low cardinality
   * @param body the code; its exception is recorded and rethrown unchanged
   */
  public static void run(String name, Runnable body) {
    run(
        name,
        () -> {
          body.run();
          return true;
        });
  }

  /**
   * Runs code as a step, in a child span of the current span, and returns its result. If the result
   * is a {@link java.util.concurrent.CompletionStage}, the step ends when the stage completes.
   *
   * @param <T> the type of the result
   * @param <E> the type of the exception
   * @param name the step's name, a constant of low cardinality
   * @param body the code; its exception is recorded and rethrown unchanged
   * @return the result of the code
   * @throws E if the code fails
   */
  public static <T extends @Nullable Object, E extends Throwable> T run(
      String name, SpanBody<T, E> body) throws E {
    StepSite site = StepSite.of(name, null, null);
    site.start();
    T result;
    try {
      result = body.call();
    } catch (Throwable error) {
      site.fail(error);
      throw error;
    }
    RuntimeControl.end(site, result);
    return result;
  }

  /**
   * Starts a step: adds the event {@code step.start} to the current span. If no span can hold the
   * event, the step gets a span, which does not become current.
   *
   * <p>Inside a run, any thread with the run's context can end the step, and the run cancels it if
   * it is still open when the run ends. Outside a run, the same thread must end it. A step that has
   * the name of an open one cancels that one.
   *
   * @param name the step's name, a constant of low cardinality
   */
  public static void logStepStart(String name) {
    logStepStart(name, Attributes.empty());
  }

  /**
   * Starts a step, as {@link #logStepStart(String)} does.
   *
   * @param name the step's name, a constant of low cardinality
   * @param attributes the step's attributes
   */
  public static void logStepStart(String name, Attributes attributes) {
    WorkflowControl.startStep(name, attributes);
  }

  /**
   * Ends a step that succeeded: adds the event {@code step.end}. An end without a start is ignored;
   * the first is logged.
   *
   * @param name the step's name
   */
  public static void logStepEnd(String name) {
    logStepEnd(name, Attributes.empty());
  }

  /**
   * Ends a step that succeeded, as {@link #logStepEnd(String)} does.
   *
   * @param name the step's name
   * @param attributes attributes of the step's end
   */
  public static void logStepEnd(String name, Attributes attributes) {
    WorkflowControl.endStep(name, null, attributes);
  }

  /**
   * Ends a step that failed: adds the event {@code step.end} with the type of the exception.
   *
   * @param name the step's name
   * @param error the exception
   */
  public static void logStepFailure(String name, Throwable error) {
    WorkflowControl.endStep(name, error, Attributes.empty());
  }
}
