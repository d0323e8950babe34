package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.SiteInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A site whose calls, steps of a workflow, become pairs of events on the current span. */
public final class EventSite extends TracedSite {

  private final String step;
  private final Attributes attributes;

  private EventSite(String step, Attributes attributes) {
    this.step = step;
    this.attributes = attributes;
  }

  /**
   * Returns a site.
   *
   * @param step the step's name
   * @param workflow the workflow's name, or null for none
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
    return new EventSite(step, attributes.build());
  }

  /** Begins a call: adds the event {@code step.start} to the current span. */
  public void begin() {
    try {
      if (isOn()) {
        Context caller = Context.current();
        Span span = Span.fromContext(caller);
        if (span.isRecording()) {
          span.addEvent(AttributeKeys.EVENT_STEP_START, attributes);
          ActiveCallStack stack = ActiveCallStack.ofCurrentThread();
          ActiveCall call = ActiveCall.onCurrentSpan(this, stack, caller, span);
          stack.push(call);
          call.notifyStart();
          return;
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("adding an event", failure);
    }
    beginWithoutSpan();
  }

  @Override
  @Nullable String function() {
    return attributes.get(AttributeKeys.CODE_FUNCTION_NAME);
  }

  @Override
  SiteInfo describe() {
    return new SiteInfo(step, function(), SpanKind.INTERNAL, List.of());
  }

  @Override
  void succeeded(Span span) {
    addEndEvent(span, AttributeKeys.OUTCOME_SUCCESS, null);
  }

  @Override
  void abandoned(Span span, Instant at) {
    succeeded(span);
  }

  @Override
  void cancelled(Span span, @Nullable Throwable error) {
    addEndEvent(span, AttributeKeys.OUTCOME_CANCELLED, null);
  }

  @Override
  void failed(Span span, Throwable error) {
    addEndEvent(span, AttributeKeys.OUTCOME_ERROR, error.getClass().getName());
  }

  private void addEndEvent(Span span, String outcome, @Nullable String errorType) {
    AttributesBuilder endAttributes =
        attributes.toBuilder().put(AttributeKeys.STEP_OUTCOME, outcome);
    if (errorType != null) {
      endAttributes.put(AttributeKeys.ERROR_TYPE, errorType);
    }
    span.addEvent(AttributeKeys.EVENT_STEP_END, endAttributes.build());
  }
}
