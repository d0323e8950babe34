package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Creates the active calls of a site of AI calls. The context of each contains a collector. Calls
 * without a span are measured, too, and count in the loop of an agent.
 */
final class AiCalls extends CallFactory {

  private final AiSettings settings;

  AiCalls(AiSettings settings) {
    this.settings = settings;
  }

  @Override
  @Nullable ActiveCall dropped(TracedSite site, Context caller, Context parent) {
    return AiContext.isMetered() || settings.isAgent() || isInLoop(parent)
        ? create(site, ActiveCallStack.ofCurrentThread(), caller, parent, null, null)
        : super.dropped(site, caller, parent);
  }

  @Override
  @Nullable ActiveCall untraced(TracedSite site) {
    try {
      Context caller = Context.current();
      if ((AiContext.isMetered() || isInLoop(caller)) && site.isOn()) {
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
    LoopCall loop = LoopCall.start(settings, site.function(), AiContext.of(parent));
    StreamSpan stream = settings.hasStreamSpan() ? new StreamSpan(site, parent) : null;
    Context context = AiContext.in(parent, new AiResult(site, settings, loop, stream));
    if (loop != null && settings.isAgent()) {
      return new ActiveAgent(site, stack, caller, context, builder, span, loop.inner());
    }
    ActiveCall call = super.create(site, stack, caller, context, builder, span);
    if (loop != null) {
      call.link(loop.requestedBy());
    }
    return call;
  }

  private static boolean isInLoop(Context context) {
    AiResult enclosing = AiContext.of(context);
    return enclosing != null && enclosing.loop != null;
  }
}
