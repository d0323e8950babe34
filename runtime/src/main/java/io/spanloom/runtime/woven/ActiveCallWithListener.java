package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListener;
import org.jspecify.annotations.Nullable;

/** An active call, with or without a span, that a listener is notified of. */
final class ActiveCallWithListener extends ActiveCallWithParent {

  private final CallListener listener;
  private @Nullable ObservedCall observed;

  ActiveCallWithListener(
      TracedSite site,
      ActiveCallStack stack,
      @Nullable Context caller,
      @Nullable Context parent,
      @Nullable SpanBuilder builder,
      @Nullable Span span,
      CallListener listener) {
    super(site, stack, caller, parent, builder, span);
    this.listener = listener;
  }

  /** Returns a call whose only effect is to notify the listener. */
  static ActiveCall withoutSpan(TracedSite site, ActiveCallStack stack, CallListener listener) {
    return new ActiveCallWithListener(site, stack, null, null, null, null, listener);
  }

  @Override
  void notifyStart() {
    observed = new ObservedCall(listener, site.info());
  }

  @Override
  @Nullable ObservedCall observed() {
    return observed;
  }
}
