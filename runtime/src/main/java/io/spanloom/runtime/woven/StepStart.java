package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The start of a step in its run. */
final class StepStart {

  private static final int MAX_ATTRIBUTES = 4;

  private final StepSettings settings;
  private final @Nullable WorkflowRun run;
  private final Context context;

  /** The span context of a run that the caller's context does not carry, or null. */
  private final @Nullable SpanContext origin;

  /** The number of the attempt, from 1, or 0 if it is unknown. */
  private final long attempt;

  /** The steps that should have ended before. */
  private final List<String> unfinished;

  /** Empty if the step is not recorded as events. */
  private final Attributes attributes;

  private StepStart(
      StepSettings settings,
      @Nullable WorkflowRun run,
      Context context,
      @Nullable SpanContext origin,
      long attempt,
      List<String> unfinished) {
    this.settings = settings;
    this.run = run;
    this.context = context;
    this.origin = origin;
    this.attempt = attempt;
    this.unfinished = unfinished;
    this.attributes = settings.events() ? eventAttributes() : Attributes.empty();
  }

  /** Receives the attributes of a span. */
  interface AttributeSetter {
    <T> void set(AttributeKey<T> key, T value);
  }

  /**
   * Starts a step.
   *
   * @param settings the step's settings
   * @param parent the context of the body, which may carry a run
   * @param runId the recorded ID of the step's run, or null for the run in the context
   * @param attempt the number of the attempt, or 0 to count it
   */
  static StepStart begin(
      StepSettings settings, Context parent, @Nullable String runId, long attempt) {
    WorkflowRun current = WorkflowRun.of(parent);
    WorkflowRun run = runId == null ? current : join(settings, current, runId);
    Context context = parent;
    SpanContext origin = null;
    if (run != null && run != current) {
      origin = run.origin();
      context = run.in(parent);
      if (settings.traceByRun()
          && origin != null
          && !Span.fromContext(parent).getSpanContext().isValid()) {
        context = context.with(Span.wrap(origin));
        origin = null;
      }
    }
    List<String> unfinished =
        run == null || settings.after().isEmpty() || !isOfWorkflow(settings, run)
            ? List.of()
            : run.unfinished(settings.after());
    long counted = run == null ? 0 : run.start(settings.name());
    return new StepStart(
        settings, run, context, origin, attempt > 0 ? attempt : counted, unfinished);
  }

  /** Returns whether a run belongs to the step's workflow, and thus counts its other steps. */
  private static boolean isOfWorkflow(StepSettings settings, WorkflowRun run) {
    String workflow = settings.workflow();
    return workflow == null || workflow.equals(run.workflow());
  }

  private static WorkflowRun join(
      StepSettings settings, @Nullable WorkflowRun current, String runId) {
    String workflow = settings.workflow();
    if (current != null
        && runId.equals(current.id())
        && (workflow == null || workflow.equals(current.workflow()))) {
      return current;
    }
    return WorkflowRuns.get(
        workflow == null && current != null ? current.workflow() : workflow, runId, false);
  }

  private Attributes eventAttributes() {
    if (run == null && attempt == 0) {
      return settings.eventAttributes();
    }
    EventAttributes result = new EventAttributes(settings.eventAttributes(), MAX_ATTRIBUTES);
    addTo(result::add);
    return result;
  }

  @Nullable WorkflowRun run() {
    return run;
  }

  /** Returns the context of the step's body, without its span. */
  Context context() {
    return context;
  }

  /** Returns the attributes of the step's events; empty if it is not recorded as events. */
  Attributes attributes() {
    return attributes;
  }

  /** Sets the attributes that are not the same for each call. */
  void addTo(AttributeSetter span) {
    if (run != null) {
      String workflow = settings.workflow() == null ? run.workflow() : null;
      if (workflow != null) {
        span.set(AttributeKeys.WORKFLOW_NAME, workflow);
      }
      String id = run.id();
      if (id != null) {
        span.set(AttributeKeys.RUN_ID, id);
      }
    }
    if (attempt > 0) {
      span.set(AttributeKeys.STEP_ATTEMPT, attempt);
    }
    if (!unfinished.isEmpty()) {
      span.set(AttributeKeys.STEP_OUT_OF_ORDER, unfinished);
    }
  }

  /** Links a span to a run that the caller's context does not carry. */
  void link(SpanBuilder span) {
    if (origin != null) {
      span.addLink(origin);
    }
  }

  /** Adds the events of the start to a span, if any. */
  void addEvents(@Nullable Span span) {
    if (span == null || !RecordingSpan.isRecording(span)) {
      return;
    }
    if (settings.events()) {
      span.addEvent(AttributeKeys.EVENT_STEP_START, attributes);
    }
    if (!unfinished.isEmpty()) {
      span.addEvent(
          AttributeKeys.EVENT_STEP_OUT_OF_ORDER,
          Attributes.of(
              AttributeKeys.STEP_NAME,
              settings.name(),
              AttributeKeys.STEP_OUT_OF_ORDER,
              unfinished));
    }
  }

  /** Reports to the run that the step has ended. */
  void end() {
    if (run != null) {
      run.end(settings.name());
    }
  }
}
