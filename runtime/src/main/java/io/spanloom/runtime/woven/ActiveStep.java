package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListeners;
import org.jspecify.annotations.Nullable;

/** A running step of a workflow, which has a span or adds events to the current one. */
final class ActiveStep extends ActiveCallWithParent {

  private final StepSettings settings;

  /** True if the span is the caller's, which only gets the step's events. */
  private final boolean onCurrentSpan;

  private @Nullable String runId;
  private long attempt;
  private @Nullable StepStart step;
  private @Nullable StepEnd end;

  ActiveStep(
      TracedSite site,
      StepSettings settings,
      ActiveCallStack stack,
      Context caller,
      Context parent,
      @Nullable SpanBuilder builder,
      @Nullable Span span,
      boolean onCurrentSpan) {
    super(site, stack, caller, parent, builder, span);
    this.settings = settings;
    this.onCurrentSpan = onCurrentSpan;
  }

  /** Sets an attribute, or the run or the attempt if the key is theirs. */
  @Override
  public <T> SpanStart attribute(AttributeKey<T> key, @Nullable T value) {
    if (value == null) {
      return this;
    }
    if (AttributeKeys.RUN_ID.getKey().equals(key.getKey())) {
      runId = RunIds.recorded(value);
    } else if (AttributeKeys.STEP_ATTEMPT.getKey().equals(key.getKey())) {
      attempt = value instanceof Number number ? number.longValue() : 0;
    } else if (!onCurrentSpan) {
      super.attribute(key, value);
    }
    return this;
  }

  @Override
  void prepare() {
    Context parent = parent();
    Context context = parent == null ? Context.current() : parent;
    StepStart started = StepStart.begin(settings, context, runId, attempt);
    step = started;
    if (started.context() != context) {
      setParent(started.context());
      SpanBuilder builder = builder();
      if (builder != null) {
        started.link(builder);
        builder.setParent(started.context());
      }
    }
    if (!onCurrentSpan) {
      started.addTo(super::attribute);
    }
  }

  @Override
  @Nullable Context bodyContext() {
    if (!onCurrentSpan) {
      return super.bodyContext();
    }
    Context parent = parent();
    return parent == caller() ? null : parent;
  }

  @Override
  void notifyStart() {
    StepStart started = step;
    if (started != null) {
      Span span = span();
      started.addEvents(span);
      end = new StepEnd(CallListeners.get(), site.info(), settings, started, span, !onCurrentSpan);
    }
  }

  @Override
  void abandon() {
    if (step != null) {
      step.end();
    }
    if (!onCurrentSpan) {
      super.abandon();
    }
  }

  @Override
  @Nullable ObservedCall observed() {
    return end;
  }
}
