package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings that all calls of a step share.
 *
 * @param name the step's name
 * @param workflow the workflow's name, or null if the run supplies it
 * @param after the steps that come before this one
 * @param events whether calls are recorded as events
 * @param readsRunId whether each call supplies the ID of its run
 * @param traceByRun whether a call without a parent joins the trace that is derived from its run
 * @param span the settings of the step's spans
 * @param eventAttributes the constant attributes of the step's events
 */
record StepSettings(
    String name,
    @Nullable String workflow,
    List<String> after,
    boolean events,
    boolean readsRunId,
    boolean traceByRun,
    SpanSettings span,
    Attributes eventAttributes) {

  static StepSettings of(String name, @Nullable String workflow, @Nullable String function) {
    SpanSettings span =
        new SpanSettingsBuilder(name)
            .step()
            .constant(AttributeKeys.CODE_FUNCTION_NAME, function)
            .constant(AttributeKeys.WORKFLOW_NAME, workflow)
            .constant(AttributeKeys.STEP_NAME, name)
            .build();
    return new StepSettings(name, workflow, List.of(), false, false, false, span, attributes(span));
  }

  StepSettings with(SpanSettings other) {
    return new StepSettings(
        name, workflow, after, events, readsRunId, traceByRun, other, attributes(other));
  }

  StepSettings withAfter(List<String> steps) {
    return new StepSettings(
        name, workflow, steps, events, readsRunId, traceByRun, span, eventAttributes);
  }

  StepSettings withEvents() {
    return new StepSettings(
        name, workflow, after, true, readsRunId, traceByRun, span, eventAttributes);
  }

  StepSettings withRunId() {
    return new StepSettings(name, workflow, after, events, true, traceByRun, span, eventAttributes);
  }

  StepSettings withTraceByRun() {
    return new StepSettings(name, workflow, after, events, readsRunId, true, span, eventAttributes);
  }

  private static Attributes attributes(SpanSettings span) {
    AttributesBuilder result = Attributes.builder();
    span.constants().forEach(constant -> constant.addTo(result));
    return result.build();
  }
}
