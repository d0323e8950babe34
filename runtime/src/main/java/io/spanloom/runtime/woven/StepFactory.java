package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Creates the active calls of a step. */
final class StepFactory extends CallFactory {

  private final StepSettings settings;

  StepFactory(StepSettings settings) {
    this.settings = settings;
  }

  /** Returns a call whose events go to the current span, or null if that is not recording. */
  @Nullable ActiveCall onCurrentSpan(TracedSite site) {
    try {
      return site.isOn() ? onCurrentSpan(site, Context.current()) : null;
    } catch (Throwable failure) {
      TracingFailures.swallow("starting a step", failure);
      return null;
    }
  }

  @Override
  @Nullable ActiveCall onCurrentSpan(TracedSite site, Context context) {
    Span span = Span.fromContext(context);
    return settings.events() && span.isRecording()
        ? new ActiveStep(
            site, settings, ActiveCallStack.ofCurrentThread(), context, context, null, span, true)
        : null;
  }

  /** A step of a run is counted even if nothing of it is recorded. */
  @Override
  @Nullable ActiveCall dropped(TracedSite site, Context caller, Context parent) {
    return settings.readsRunId() || WorkflowRun.of(parent) != null
        ? create(site, ActiveCallStack.ofCurrentThread(), caller, parent, null, null)
        : super.dropped(site, caller, parent);
  }

  @Override
  ActiveCall create(
      TracedSite site,
      ActiveCallStack stack,
      Context caller,
      Context parent,
      @Nullable SpanBuilder builder,
      @Nullable Span span) {
    return new ActiveStep(site, settings, stack, caller, parent, builder, span, false);
  }
}
