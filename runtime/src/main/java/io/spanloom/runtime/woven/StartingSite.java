package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of a site with which woven code begins a call. */
public abstract sealed class StartingSite extends TracedSite
    permits SpanSite, StepSite, WorkflowSite {

  private final SpanSettings span;
  private final CallFactory calls;

  /**
   * Creates a site.
   *
   * @param span the settings of the spans of its calls
   * @param calls creates its active calls
   */
  StartingSite(SpanSettings span, CallFactory calls) {
    this.span = span;
    this.calls = calls;
  }

  /** Begins a call and, if it is recorded, starts it with the site's attributes. */
  public final void start() {
    SpanStart start = begin();
    if (start != null) {
      start.enter();
    }
  }

  /**
   * Begins a call. If the result is not null, the caller sets attributes and then calls {@link
   * SpanStart#enter}.
   *
   * @return the call to enter, or null if it is not recorded
   */
  public @Nullable SpanStart begin() {
    return SpanStarter.begin(this, span, calls, null, null, null);
  }

  /**
   * Begins a call in a context that the body also gets. A site of root spans ignores it.
   *
   * @param parent the context that contains the parent span, or null for the current context
   * @return as {@link #begin()}
   */
  public final @Nullable SpanStart begin(@Nullable Context parent) {
    return SpanStarter.begin(this, span, calls, parent, null, null);
  }

  /**
   * Begins a call with the given parent span. A site of root spans ignores it.
   *
   * @param parent the parent span; if it is null or invalid, the current span is the parent
   * @return as {@link #begin()}
   */
  public final @Nullable SpanStart begin(@Nullable SpanContext parent) {
    return SpanStarter.begin(this, span, calls, null, parent, null);
  }

  /**
   * Begins a call in the context that headers carry. A site of root spans ignores it.
   *
   * @param parent the headers, as in {@link io.spanloom.runtime.Spans#extract(Map)}, or null
   * @return as {@link #begin()}
   */
  public final @Nullable SpanStart begin(@Nullable Map<?, ?> parent) {
    return SpanStarter.begin(this, span, calls, null, null, parent);
  }

  /** {@return the span of the running call, which has run its body, or null if it has none} */
  public final @Nullable RecordingSpan ending() {
    return RecordingSpan.ofRunningCall(this);
  }

  @Override
  final @Nullable String function() {
    return span.constant(AttributeKeys.CODE_FUNCTION_NAME);
  }
}
