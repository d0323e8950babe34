package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A workflow's step whose runs are pairs of events on the span around them. */
public final class EventSite extends TracedSite {

  private final Attributes attributes;

  private EventSite(Attributes attributes) {
    this.attributes = attributes;
  }

  /**
   * Returns a site.
   *
   * @param step the step's name
   * @param workflow the workflow's name, or null where it has none
   * @param function the method's fully qualified name, {@code code.function.name}
   * @return the site
   */
  public static EventSite of(String step, @Nullable String workflow, String function) {
    AttributesBuilder attributes =
        Attributes.builder()
            .put(AttributeKeys.CODE_FUNCTION_NAME, function)
            .put(AttributeKeys.STEP_NAME, step);
    if (workflow != null) {
      attributes.put(AttributeKeys.WORKFLOW_NAME, workflow);
    }
    return new EventSite(attributes.build());
  }

  /** Begins a call: adds {@code step.start} to the current span. */
  public void begin() {
    try {
      if (isOn()) {
        Context caller = Context.current();
        Span span = Span.fromContext(caller);
        if (span.isRecording()) {
          span.addEvent(AttributeKeys.EVENT_STEP_START, attributes);
          ActiveCallStack frames = ActiveCallStack.ofThread();
          frames.push(ActiveCall.inside(this, frames, caller, span));
          return;
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("adding an event", failure);
    }
    skip();
  }

  @Override
  @Nullable String function() {
    return attributes.get(AttributeKeys.CODE_FUNCTION_NAME);
  }

  @Override
  void succeeded(Span span) {
    finish(span, AttributeKeys.OUTCOME_SUCCESS, null);
  }

  @Override
  void cancelled(Span span, @Nullable Throwable error) {
    finish(span, AttributeKeys.OUTCOME_CANCELLED, null);
  }

  @Override
  void failed(Span span, Throwable error) {
    finish(span, AttributeKeys.OUTCOME_ERROR, error.getClass().getName());
  }

  private void finish(Span span, String outcome, @Nullable String errorType) {
    AttributesBuilder atEnd = attributes.toBuilder().put(AttributeKeys.STEP_OUTCOME, outcome);
    if (errorType != null) {
      atEnd.put(AttributeKeys.ERROR_TYPE, errorType);
    }
    span.addEvent(AttributeKeys.EVENT_STEP_END, atEnd.build());
  }
}
