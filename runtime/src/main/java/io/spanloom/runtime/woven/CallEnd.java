package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.spanloom.runtime.spi.CallListener.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last step of each call. */
final class CallEnd {

  private CallEnd() {}

  /**
   * Ends the spans of a call that ended some time ago, then notifies its listener. Never throws.
   *
   * @param agoNanos the time since the call ended, or 0 for now
   */
  static void finish(
      TracedSite site,
      @Nullable Span span,
      @Nullable AiResult ai,
      @Nullable ObservedCall observed,
      Outcome outcome,
      @Nullable Throwable error,
      long agoNanos) {
    long elapsedNanos = observed == null ? 0 : observed.elapsedNanos() - agoNanos;
    Instant at = agoNanos == 0 ? null : Instant.now().minusNanos(agoNanos);
    if (ai != null) {
      ai.endStream(outcome, error, at);
      AiContext.end(ai, span, agoNanos);
    }
    try {
      if (span != null) {
        site.end(span, outcome, error, at);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
    }
    if (observed != null) {
      observed.end(outcome, error, elapsedNanos, at);
    }
  }
}
