package io.spanloom.runtime;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * A running call whose parent is not what was current when it began. A class of its own, so that
 * the usual call does without its field.
 */
final class FrameElsewhere extends Frame {

  private final Context parent;

  FrameElsewhere(
      Site site,
      FrameStack frames,
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
