package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run of a workflow as this process knows it: how often each step has started, and which steps
 * have ended. It is carried by the context, so that every thread with the context shares it.
 * Thread-safe.
 */
final class WorkflowRun {

  private static final ContextKey<WorkflowRun> KEY = ContextKey.named("spanloom-workflow-run");

  private final @Nullable String workflow;
  private final @Nullable String id;

  /** True if all steps of the run happen in this process. */
  private final boolean complete;

  private final Map<String, Step> steps = new HashMap<>(4);

  /** A race only derives an equal object. */
  private @Nullable SpanContext origin;

  WorkflowRun(@Nullable String workflow, @Nullable String id, boolean complete) {
    this.workflow = workflow;
    this.id = id;
    this.complete = complete;
  }

  /** The calls of one step. */
  private static final class Step {
    private int attempts;
    private int running;
    private @Nullable StepEnd manual;
  }

  /** Returns the run that a context carries, or null. */
  static @Nullable WorkflowRun of(Context context) {
    return context.get(KEY);
  }

  Context in(Context context) {
    return context.with(KEY, this);
  }

  @Nullable String workflow() {
    return workflow;
  }

  /** Returns the run's ID as it is recorded, or null if it has none. */
  @Nullable String id() {
    return id;
  }

  /** Returns the span that represents the run in all processes, or null if the run has no ID. */
  @Nullable SpanContext origin() {
    SpanContext known = origin;
    if (known == null && id != null) {
      known = RunOrigin.of(workflow, id);
      origin = known;
    }
    return known;
  }

  /**
   * Starts a step.
   *
   * @return the number of this attempt, from 1
   */
  synchronized int start(String name) {
    Step step = step(name);
    step.running++;
    step.attempts++;
    return step.attempts;
  }

  synchronized void end(String name) {
    step(name).running--;
  }

  /**
   * Returns those of the given steps that have not ended. A step that never started counts, unless
   * it may have ended in another process.
   */
  synchronized List<String> unfinished(List<String> names) {
    List<String> result = new ArrayList<>();
    for (String name : names) {
      Step step = steps.get(name);
      if (step == null ? complete : step.running > 0) {
        result.add(name);
      }
    }
    return result;
  }

  /** Stores the end of a manual step; returns that of an earlier start of the step, or null. */
  synchronized @Nullable StepEnd open(String name, StepEnd end) {
    Step step = step(name);
    StepEnd earlier = step.manual;
    step.manual = end;
    return earlier;
  }

  /** Removes the end of a step that has no call. */
  synchronized @Nullable StepEnd close(String name) {
    Step step = steps.get(name);
    if (step == null) {
      return null;
    }
    StepEnd end = step.manual;
    step.manual = null;
    return end;
  }

  /** Removes the ends of all steps that have no call. */
  synchronized List<StepEnd> closeAll() {
    List<StepEnd> result = new ArrayList<>();
    for (Step step : steps.values()) {
      StepEnd end = step.manual;
      if (end != null) {
        result.add(end);
        step.manual = null;
      }
    }
    return result;
  }

  private Step step(String name) {
    return steps.computeIfAbsent(name, key -> new Step());
  }
}
