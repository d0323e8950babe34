package io.spanloom.runtime.woven;

import io.opentelemetry.context.Context;
import io.spanloom.deferred.DeferredSpan;
import org.jspecify.annotations.Nullable;

/**
 * A deferred result of a call without a span. Its exception must be noted nevertheless, because a
 * span around the call may record it.
 *
 * @param site the site of the call
 */
record UnrecordedResult<T>(TracedSite site) implements DeferredSpan<T> {

  /** Returns whether the exceptions of a site's calls are private, and spans may record them. */
  static boolean isNeeded(TracedSite site) {
    return site instanceof SpanSite ai
        && ai.hidesMessages()
        && NewerApi.isEnabled(site.tracerSource().tracer());
  }

  /** Returns the current context, so that the program runs in the same one as without a result. */
  @Override
  public Context context() {
    return Context.current();
  }

  @Override
  public void complete(@Nullable T value) {}

  @Override
  public void fail(Throwable error) {
    site.rememberFailure(DeferredEnd.unwrap(error));
  }

  @Override
  public void cancel() {}

  @Override
  public void abandon(long lastUseNanos) {}
}
