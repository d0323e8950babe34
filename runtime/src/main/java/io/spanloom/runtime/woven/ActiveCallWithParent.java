package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * A running call whose parent is not what was current when it began. A class of its own, so that
 * the usual call does without its field.
 */
final class ActiveCallWithParent extends ActiveCall {

  private final Context parent;

  ActiveCallWithParent(
      TracedSite site,
      ActiveCallStack frames,
      Context caller,
      Context parent,
      @Nullable SpanBuilder builder,
      @Nullable Span span) {
    super(site, frames, caller, builder, span);
    this.parent = parent;
  }

  @Override
  Context parent() {
    return parent;
  }
}
