package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.spanloom.runtime.spi.CallListener.Outcome;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The end of a call whose result is deferred. Safe for use on any thread; never throws.
 *
 * <p>To support another type of deferred result, write its {@link Registration} in a class like
 * {@link StageEnd}, and add an {@code end} method for the type to {@link TracedSite}.
 *
 * @param <T> the type of the value that the result completes with
 */
final class DeferredEnd<T> {

  // Not the active call itself, which would keep the contexts and spans around it reachable.
  private final TracedSite site;
  private final @Nullable Span span;
  private final @Nullable AiResult ai;
  private final @Nullable ObservedCall observed;
  private final @Nullable ResultAttributes<? super T> attributes;

  DeferredEnd(ActiveCall call, @Nullable ResultAttributes<? super T> attributes) {
    this.site = call.site;
    this.span = call.span();
    this.ai = AiContext.of(call);
    this.observed = call.observed();
    this.attributes = attributes;
  }

  /**
   * Registers the end of a call on a deferred result.
   *
   * @param <R> the type of the deferred result
   * @param <T> the type of the value that the result completes with
   */
  @FunctionalInterface
  interface Registration<R, T> {

    /**
     * Arranges that {@link #complete} or {@link #fail} is called when the result completes, which
     * it may already have. May throw if the result does not support callbacks.
     */
    void register(R result, DeferredEnd<T> end);
  }

  /** Returns whether the end of a call matters to a recording span or to a listener. */
  static boolean isNeeded(ActiveCall call) {
    Span span = call.span();
    return call.observed() != null || (span != null && span.isRecording());
  }

  /** Registers this end; if that fails, the call ends now. */
  <R> void register(Registration<R, T> registration, R result) {
    try {
      registration.register(result, this);
    } catch (Throwable failure) {
      TracingFailures.swallow("waiting for a deferred result", failure);
      site.finish(span, ai, observed, Outcome.RETURNED, null);
    }
  }

  /** Ends the call, after reading attributes from the result's value, which may be null. */
  void complete(@Nullable T value) {
    readAttributes(value);
    site.finish(span, ai, observed, Outcome.COMPLETED, null);
  }

  /** Ends the call with the exception, or with the cause that an asynchronous wrapper carries. */
  void fail(Throwable error) {
    Throwable cause = unwrap(error);
    Outcome outcome = cause instanceof CancellationException ? Outcome.CANCELLED : Outcome.FAILED;
    site.finish(span, ai, observed, outcome, cause);
  }

  private void readAttributes(@Nullable T value) {
    try {
      if (attributes != null && value != null) {
        if (ai != null && AiContext.isRecorded(span)) {
          attributes.readResponse(value, ai);
        }
        if (span != null && span.isRecording()) {
          attributes.read(value, new RecordingSpan(span));
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("reading a result", failure);
    }
  }

  private static Throwable unwrap(Throwable error) {
    Throwable result = error;
    while ((result instanceof CompletionException || result instanceof ExecutionException)
        && result.getCause() != null) {
      result = result.getCause();
    }
    return result;
  }
}
