package io.spanloom.runtime.woven;

import io.opentelemetry.context.Context;
import io.spanloom.deferred.DeferredSpan;
import org.jspecify.annotations.Nullable;

/**
 * A deferred result of a call without a span. Its exception must be noted nevertheless, because a
 * span around the call may record it.
 *
 * @param site the site of the call
 * @param subscriber the context of the subscriber, or null if the result is not subscribed to
 */
record UnrecordedResult<T>(TracedSite site, @Nullable Context subscriber)
    implements DeferredSpan<T> {

  /** Returns whether the exceptions of a site's calls are private, and spans may record them. */
  static boolean isNeeded(TracedSite site) {
    return site instanceof SpanSite ai
        && ai.hidesMessages()
        && NewerApi.isEnabled(site.tracerSource().tracer());
  }

  /** Returns the context in which the program would run without this object. */
  @Override
  public Context context() {
    return subscriber == null ? Context.current() : subscriber;
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
