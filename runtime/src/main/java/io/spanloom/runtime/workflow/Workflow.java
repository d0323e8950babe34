package io.spanloom.runtime.workflow;

import io.spanloom.runtime.SpanBody;
import io.spanloom.runtime.woven.RuntimeControl;
import io.spanloom.runtime.woven.SpanStart;
import io.spanloom.runtime.woven.WorkflowControl;
import io.spanloom.runtime.woven.WorkflowSite;
import org.jspecify.annotations.Nullable;

/**
 * A workflow, whose runs are spans.
 *
 * <p>Steps inside a run, on every thread that has its context, take the workflow's name and the
 * run's ID from it, count their attempts, and report steps that start too early. Immutable and safe
 * for use by multiple threads.
 *
 * @see io.spanloom.runtime.workflow.Steps
 */
public final class Workflow {

  private final WorkflowSite site;

  private Workflow(WorkflowSite site) {
    this.site = site;
  }

  /**
   * Returns a workflow.
   *
   * @param name the workflow's name, a constant of low cardinality, which is also the span's name
   * @return the workflow
   */
  public static Workflow named(String name) {
    return new Workflow(WorkflowSite.of(name, null));
  }

  /**
   * Runs a workflow.
   *
   * @param name the workflow's name
   * @param runId the run's ID, or null if it has none
   * @param body the code; its exception is recorded and rethrown unchanged
   */
  public static void run(String name, @Nullable String runId, Runnable body) {
    named(name).run(runId, body);
  }

  /**
   * Runs a workflow and returns its result. If the result is a {@link
   * java.util.concurrent.CompletionStage}, the run ends when the stage completes.
   *
   * @param <T> the type of the result
   * @param <E> the type of the exception
   * @param name the workflow's name
   * @param runId the run's ID, or null if it has none
   * @param body the code; its exception is recorded and rethrown unchanged
   * @return the result of the code
   * @throws E if the code fails
   */
  public static <T extends @Nullable Object, E extends Throwable> T run(
      String name, @Nullable String runId, SpanBody<T, E> body) throws E {
    return named(name).run(runId, body);
  }

  /**
   * Returns a copy of this workflow whose runs may continue in another process. A step that has not
   * started in this process is taken as ended elsewhere, rather than as missing.
   *
   * @return the copy
   */
  public Workflow resumable() {
    return new Workflow(site.resumable());
  }

  /**
   * Returns a copy of this workflow whose runs are each in the trace whose ID is derived from the
   * workflow's name and the run's ID, so that all processes record one trace. The former current
   * span becomes a link. Implies {@link #resumable}.
   *
   * <p>The derived parent is sampled. A sampler that follows the parent therefore records every
   * run, except below a span that was dropped.
   *
   * @return the copy
   */
  public Workflow traceByRun() {
    return new Workflow(site.traceByRun());
  }

  /**
   * Runs this workflow.
   *
   * @param runId the run's ID, or null if it has none; one that is longer than 256 characters is
   *     hashed
   * @param body the code; its exception is recorded and rethrown unchanged
   */
  public void run(@Nullable String runId, Runnable body) {
    run(
        runId,
        () -> {
          body.run();
          return true;
        });
  }

  /**
   * Runs this workflow and returns its result. If the result is a {@link
   * java.util.concurrent.CompletionStage}, the run ends when the stage completes.
   *
   * @param <T> the type of the result
   * @param <E> the type of the exception
   * @param runId the run's ID, or null if it has none; one that is longer than 256 characters is
   *     hashed
   * @param body the code; its exception is recorded and rethrown unchanged
   * @return the result of the code
   * @throws E if the code fails
   */
  public <T extends @Nullable Object, E extends Throwable> T run(
      @Nullable String runId, SpanBody<T, E> body) throws E {
    SpanStart start = site.begin();
    if (start != null) {
      start.attribute(WorkflowControl.RUN_ID, runId).enter();
    }
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
}
