package io.spanloom.runtime.spi;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * A listener for traced calls, for example to record metrics that do not depend on the sampler.
 *
 * <p>It is called once at the start and once at the end of every call of every site that is
 * switched on. This includes calls without a span, because the parent span was dropped, the sampler
 * declined, or no OpenTelemetry instance is registered. Calls of sites that are switched off are
 * not reported.
 *
 * <p>The methods run on the program's threads, within its calls: implementations must be fast, safe
 * for use by multiple threads, and must not call traced methods. Exceptions do not reach the
 * program; the first of each kind is logged.
 *
 * @see CallListeners#set
 * @see io.spanloom.runtime.CallDurations
 */
public interface CallListener {

  /** The outcome of a call. */
  enum Outcome {
    /** The method returned a result that is not deferred. */
    RETURNED,

    /** The method's deferred result completed normally. */
    COMPLETED,

    /** The method threw, or its deferred result completed exceptionally. */
    FAILED,

    /** The method's deferred result was cancelled, or a stack overflow skipped the call's end. */
    CANCELLED
  }

  /**
   * Called before the method's body, on the thread that runs it. The call's span, if any, is
   * current.
   *
   * @param site the site; the same for every call of a woven method
   */
  void onStart(SiteInfo site);

  /**
   * Called when the call ends, on the thread that returns, throws, or completes the deferred
   * result. The call's span is no longer current.
   *
   * @param site the site, as in {@link #onStart}
   * @param outcome the outcome
   * @param error the exception if the outcome is FAILED, also if the annotation declares it as
   *     expected; null or the cancellation if it is CANCELLED; otherwise null
   * @param elapsedNanos the time since the return of {@link #onStart}, in nanoseconds
   * @param context the context that was current at {@link #onStart}; it contains the call's span,
   *     if any, which has ended
   */
  void onEnd(
      SiteInfo site,
      Outcome outcome,
      @Nullable Throwable error,
      long elapsedNanos,
      Context context);
}
