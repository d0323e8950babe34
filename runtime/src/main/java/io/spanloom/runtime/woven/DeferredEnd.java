package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.runtime.spi.CallListener.Outcome;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The end of a call, or of a subscription to its result, that happens later. */
final class DeferredEnd<T> implements DeferredSpan<T> {

  // Not the active call itself, which would keep the contexts and spans around it reachable.
  private final TracedSite site;

  /** Null if it consists of the span alone. */
  private final @Nullable Context context;

  private final @Nullable Span span;
  private final @Nullable AiResult ai;
  private final @Nullable ObservedCall observed;
  private final @Nullable ResultAttributes<? super T> attributes;
  private final AtomicBoolean ended = new AtomicBoolean();

  DeferredEnd(
      TracedSite site,
      @Nullable Context context,
      @Nullable Span span,
      @Nullable AiResult ai,
      @Nullable ObservedCall observed,
      @Nullable ResultAttributes<? super T> attributes) {
    this.site = site;
    this.context = context;
    this.span = span;
    this.ai = ai;
    this.observed = observed;
    this.attributes = attributes;
  }

  @Override
  public Context context() {
    if (context != null) {
      return context;
    }
    return span == null ? Context.root() : Context.root().with(span);
  }

  @Override
  public void complete(@Nullable T value) {
    if (ended.compareAndSet(false, true)) {
      readAttributes(value);
      site.finish(span, ai, observed, Outcome.COMPLETED, null);
    }
  }

  @Override
  public void fail(Throwable error) {
    if (ended.compareAndSet(false, true)) {
      Throwable cause = unwrap(error);
      Outcome outcome = cause instanceof CancellationException ? Outcome.CANCELLED : Outcome.FAILED;
      site.finish(span, ai, observed, outcome, cause);
    }
  }

  @Override
  public void cancel() {
    if (ended.compareAndSet(false, true)) {
      site.finish(span, ai, observed, Outcome.CANCELLED, null);
    }
  }

  @Override
  public void abandon(long lastUseNanos) {
    if (ended.compareAndSet(false, true)) {
      long unusedNanos = System.nanoTime() - lastUseNanos;
      try {
        if (span != null) {
          AiContext.write(ai, span);
          site.abandoned(span, Instant.now().minusNanos(unusedNanos));
        }
      } catch (Throwable failure) {
        TracingFailures.swallow("ending a span", failure);
      }
      if (observed != null) {
        observed.end(Outcome.COMPLETED, null, observed.elapsedNanos() - unusedNanos);
      }
    }
  }

  /** Ends a call that returned a result whose completion cannot be observed. */
  void unobservable() {
    if (ended.compareAndSet(false, true)) {
      site.finish(span, ai, observed, Outcome.RETURNED, null);
    }
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
