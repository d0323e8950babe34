package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * An active call whose parent is not the context that was current when it began. It is a subclass
 * so that most calls do not pay for the field.
 */
sealed class ActiveCallWithParent extends ActiveCall
    permits ActiveAgent, ActiveCallWithListener, ActiveRun, ActiveStep {

  private @Nullable Context parent;

  ActiveCallWithParent(
      TracedSite site,
      ActiveCallStack stack,
      @Nullable Context caller,
      @Nullable Context parent,
      @Nullable SpanBuilder builder,
      @Nullable Span span) {
    super(site, stack, caller, builder, span);
    this.parent = parent;
  }

  @Override
  final @Nullable Context parent() {
    return parent;
  }

  /** Replaces the context of the body; has no effect once the call is entered. */
  final void setParent(Context context) {
    parent = context;
  }
}
