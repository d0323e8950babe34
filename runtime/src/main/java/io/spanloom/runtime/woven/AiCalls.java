package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Creates the active calls of a site of AI calls. The context of each contains a collector, and
 * calls without a span are measured, too.
 */
final class AiCalls extends CallFactory {

  private final AiSettings settings;

  AiCalls(AiSettings settings) {
    this.settings = settings;
  }

  @Override
  @Nullable ActiveCall dropped(TracedSite site, Context caller, Context parent) {
    return AiContext.isMetered()
        ? create(site, ActiveCallStack.ofCurrentThread(), caller, parent, null, null)
        : super.dropped(site, caller, parent);
  }

  @Override
  @Nullable ActiveCall untraced(TracedSite site) {
    try {
      if (AiContext.isMetered() && site.isOn()) {
        Context caller = Context.current();
        return create(site, ActiveCallStack.ofCurrentThread(), caller, caller, null, null);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("starting a span", failure);
    }
    return super.untraced(site);
  }

  @Override
  ActiveCall create(
      TracedSite site,
      ActiveCallStack stack,
      Context caller,
      Context parent,
      @Nullable SpanBuilder builder,
      @Nullable Span span) {
    Context context = AiContext.in(parent, site, settings);
    return super.create(site, stack, caller, context, builder, span);
  }
}
