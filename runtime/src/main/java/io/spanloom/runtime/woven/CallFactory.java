package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.CallListeners;
import org.jspecify.annotations.Nullable;

/** Creates the active calls of a site. */
class CallFactory {

  /** Creates calls that only have a span. */
  static final CallFactory PLAIN = new CallFactory();

  CallFactory() {}

  /** Returns a call whose span starts after its attributes are set. */
  final ActiveCall starting(TracedSite site, Context caller, Context parent, SpanBuilder builder) {
    return create(site, ActiveCallStack.ofCurrentThread(), caller, parent, builder, null);
  }

  /** Returns a call whose span is started before its attributes are set. */
  final ActiveCall started(TracedSite site, Context caller, Context parent, Span span) {
    return create(site, ActiveCallStack.ofCurrentThread(), caller, parent, null, span);
  }

  /** Returns a call that adds events to the span of a context, or null if it needs a span. */
  @Nullable ActiveCall onCurrentSpan(TracedSite site, Context context) {
    return null;
  }

  /**
   * Begins a call whose parent was dropped and that gets no span.
   *
   * @return the call if it reads attributes nevertheless, or null
   */
  @Nullable ActiveCall dropped(TracedSite site, Context caller, Context parent) {
    if (parent == caller) {
      site.beginWithoutSpan();
    } else {
      create(site, ActiveCallStack.ofCurrentThread(), caller, parent, null, null).enter();
    }
    return null;
  }

  /**
   * Begins a call that gets no span, because tracing is disabled or failed.
   *
   * @return the call if it reads attributes nevertheless, or null
   */
  @Nullable ActiveCall untraced(TracedSite site) {
    site.beginWithoutSpan();
    return null;
  }

  /** Returns a call; at most one of the builder and the span is given. */
  ActiveCall create(
      TracedSite site,
      ActiveCallStack stack,
      Context caller,
      Context parent,
      @Nullable SpanBuilder builder,
      @Nullable Span span) {
    CallListener listener = CallListeners.get();
    if (listener != null) {
      return new ActiveCallWithListener(site, stack, caller, parent, builder, span, listener);
    }
    return parent == caller
        ? new ActiveCall(site, stack, caller, builder, span)
        : new ActiveCallWithParent(site, stack, caller, parent, builder, span);
  }
}
