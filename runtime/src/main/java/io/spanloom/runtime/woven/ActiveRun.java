package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListeners;
import org.jspecify.annotations.Nullable;

/** A running workflow. */
final class ActiveRun extends ActiveCallWithParent {

  private final RunSettings settings;
  private @Nullable String id;
  private @Nullable WorkflowRun run;
  private @Nullable RunEnd end;

  ActiveRun(
      TracedSite site,
      RunSettings settings,
      ActiveCallStack stack,
      Context caller,
      Context parent,
      @Nullable SpanBuilder builder,
      @Nullable Span span) {
    super(site, stack, caller, parent, builder, span);
    this.settings = settings;
  }

  /** Sets an attribute, or the run's ID if the key is that of the ID. */
  @Override
  public <T> SpanStart attribute(AttributeKey<T> key, @Nullable T value) {
    if (!AttributeKeys.RUN_ID.getKey().equals(key.getKey())) {
      return super.attribute(key, value);
    }
    id = RunIds.recorded(value);
    return this;
  }

  @Override
  void prepare() {
    WorkflowRun started =
        id == null
            ? new WorkflowRun(settings.workflow(), null, !settings.resumable())
            : WorkflowRuns.get(settings.workflow(), id, !settings.resumable());
    run = started;
    super.attribute(AttributeKeys.RUN_ID, id);
    Context parent = parent();
    Context context = started.in(parent == null ? Context.current() : parent);
    SpanBuilder builder = builder();
    SpanContext origin = started.origin();
    if (origin != null) {
      if (builder != null && settings.traceByRun()) {
        context = inTraceOf(origin, context, builder);
      } else {
        addLink(origin);
      }
    }
    setParent(context);
    if (builder != null) {
      builder.setParent(context);
    }
  }

  /** Makes the origin the parent, unless the current span already belongs to the run's trace. */
  private static Context inTraceOf(SpanContext origin, Context context, SpanBuilder builder) {
    SpanContext current = Span.fromContext(context).getSpanContext();
    if (origin.getTraceId().equals(current.getTraceId())) {
      return context;
    }
    if (current.isValid()) {
      builder.addLink(current);
    }
    return context.with(Span.wrap(origin));
  }

  @Override
  void notifyStart() {
    if (run != null) {
      end = new RunEnd(CallListeners.get(), site.info(), settings, run, span());
    }
  }

  @Override
  @Nullable ObservedCall observed() {
    return end;
  }
}
