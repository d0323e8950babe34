package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.CallListeners;
import org.jspecify.annotations.Nullable;

/** A running call of an agent. */
final class ActiveAgent extends ActiveCallWithParent {

  private final AgentLoop loop;
  private @Nullable ObservedCall observed;

  ActiveAgent(
      TracedSite site,
      ActiveCallStack stack,
      Context caller,
      Context parent,
      @Nullable SpanBuilder builder,
      @Nullable Span span,
      AgentLoop loop) {
    super(site, stack, caller, parent, builder, span);
    this.loop = loop;
  }

  @Override
  void notifyStart() {
    loop.showOn(span());
    CallListener listener = CallListeners.get();
    if (listener != null) {
      observed = new ObservedCall(listener, site.info());
    }
  }

  @Override
  @Nullable ObservedCall observed() {
    return observed;
  }
}
