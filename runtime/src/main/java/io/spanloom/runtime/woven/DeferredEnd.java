package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.runtime.spi.CallListener.Outcome;
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

  /** True for the AI call that is recorded, which reads the chunks of a stream. */
  private final boolean readsValues;

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
    this.readsValues = ai != null && AiContext.isRecorded(ai, span);
  }

  @Override
  public Context context() {
    if (context != null) {
      return context;
    }
    return span == null ? Context.root() : Context.root().with(span);
  }

  @Override
  public boolean readsValues() {
    return readsValues;
  }

  @Override
  public void next(@Nullable T value) {
    if (ai != null && readsValues && !ended.get()) {
      ai.startStream(span);
      synchronized (ai) {
        ai.chunk();
        readResponse(value);
      }
    }
  }

  /** Reads a chunk of a stream, or the response that follows the chunks. */
  void readResponse(@Nullable T value) {
    try {
      if (ai != null && readsValues && attributes != null && value != null) {
        synchronized (ai) {
          attributes.readResponse(value, ai);
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallowWithoutMessage("reading a chunk of an AI call", failure);
    }
  }

  @Override
  public void complete(@Nullable T value) {
    if (ended.compareAndSet(false, true)) {
      readAttributes(value);
      finish(Outcome.COMPLETED, null, 0);
    }
  }

  @Override
  public void fail(Throwable error) {
    if (ended.compareAndSet(false, true)) {
      Throwable cause = unwrap(error);
      site.rememberFailure(cause);
      Outcome outcome = cause instanceof CancellationException ? Outcome.CANCELLED : Outcome.FAILED;
      finish(outcome, cause, 0);
    }
  }

  @Override
  public void cancel() {
    if (ended.compareAndSet(false, true)) {
      finish(Outcome.CANCELLED, null, 0);
    }
  }

  @Override
  public void abandon(long lastUseNanos) {
    if (ended.compareAndSet(false, true)) {
      finish(Outcome.COMPLETED, null, System.nanoTime() - lastUseNanos);
    }
  }

  /** Starts the span of the stream, if the site has one. */
  void streamBegins() {
    if (ai != null) {
      ai.startStream(span);
    }
  }

  /** Ends a call that returned a result whose completion cannot be observed. */
  void unobservable() {
    if (ended.compareAndSet(false, true)) {
      finish(Outcome.RETURNED, null, 0);
    }
  }

  private void finish(Outcome outcome, @Nullable Throwable error, long unusedNanos) {
    CallEnd.finish(site, span, ai, observed, outcome, error, unusedNanos);
  }

  private void readAttributes(@Nullable T value) {
    try {
      if (attributes != null && value != null) {
        if (ai != null && AiContext.isRecorded(ai, span)) {
          synchronized (ai) {
            attributes.readResponse(value, ai);
          }
        }
        if (span != null && RecordingSpan.isRecording(span)) {
          attributes.read(value, new RecordingSpan(span));
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("reading a result", failure);
    }
  }

  static Throwable unwrap(Throwable error) {
    Throwable result = error;
    while ((result instanceof CompletionException || result instanceof ExecutionException)
        && result.getCause() != null) {
      result = result.getCause();
    }
    return result;
  }
}
