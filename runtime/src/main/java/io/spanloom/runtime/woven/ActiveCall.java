package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.runtime.spi.CallListener.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One running call of a site: its span, and the active call around it. Until the span starts, it is
 * also the span's {@link SpanStart}, which saves an allocation.
 */
sealed class ActiveCall extends SpanStart permits ActiveCallWithParent, SubscribableCall {

  final TracedSite site;
  private final ActiveCallStack stack;

  /** The context to restore after the call; null if the call does not change it. */
  private final @Nullable Context caller;

  /** Null once the span is started; the sampler sees the attributes that are set on it. */
  private @Nullable SpanBuilder builder;

  private @Nullable Span span;

  /** Null if the context storage can restore the caller's context without it. */
  private @Nullable Scope scope;

  private @Nullable ActiveCall outer;

  ActiveCall(
      TracedSite site,
      ActiveCallStack stack,
      @Nullable Context caller,
      @Nullable SpanBuilder builder,
      @Nullable Span span) {
    this.site = site;
    this.stack = stack;
    this.caller = caller;
    this.builder = builder;
    this.span = span;
  }

  /** Returns a call without any effect. */
  static ActiveCall withoutEffect(TracedSite site, ActiveCallStack stack) {
    return new ActiveCall(site, stack, null, null, null);
  }

  final @Nullable Span span() {
    return span;
  }

  /** Returns the builder of the call's span, or null if the call has none or it has started. */
  final @Nullable SpanBuilder builder() {
    return builder;
  }

  /** Returns the context that was current when the call began. */
  final @Nullable Context caller() {
    return caller;
  }

  /** Returns the next outer active call of the thread, or null if this is the outermost. */
  final @Nullable ActiveCall outer() {
    return outer;
  }

  final void setOuter(@Nullable ActiveCall call) {
    outer = call;
  }

  /** Returns the context of the body without the call's span, or null if it does not change. */
  @Nullable Context parent() {
    return caller;
  }

  /** Prepares the call when all its attributes are set and its span has not started. */
  void prepare() {}

  /** Returns the context of the body, or null if the caller's context stays current. */
  @Nullable Context bodyContext() {
    Context parent = parent();
    return parent == null || span == null ? parent : parent.with(span);
  }

  /** Releases the resources of a call that could not be entered. */
  void abandon() {
    if (span != null) {
      span.end();
    }
  }

  /**
   * Notifies the listener, if any, that the body is about to run. Called once the call is pushed.
   */
  void notifyStart() {}

  /** Returns what was reported to the listener, or null if nothing was. */
  @Nullable ObservedCall observed() {
    return null;
  }

  /** Returns whether the end of the call matters to its span, to a listener or to an agent. */
  boolean isObserved() {
    return observed() != null || RecordingSpan.isRecording(span) || AiContext.isCounted(this);
  }

  /** Starts the call, at the given time or now, off the stack and with no current context. */
  final void startDetached(@Nullable Instant startedAt) {
    prepare();
    SpanBuilder pending = builder;
    if (pending != null) {
      builder = null;
      span = (startedAt == null ? pending : pending.setStartTimestamp(startedAt)).startSpan();
    }
    Scope current = detachedContext().makeCurrent();
    try {
      notifyStart();
    } finally {
      current.close();
    }
  }

  /** Returns the end of a call that was started by {@link #startDetached}. */
  final <T> DeferredEnd<T> deferDetached(@Nullable ResultAttributes<? super T> attributes) {
    return new DeferredEnd<>(site, detachedContext(), span, ai(), observed(), attributes);
  }

  private Context detachedContext() {
    Context body = bodyContext();
    Context context = body == null ? parent() : body;
    return context == null ? Context.root() : context;
  }

  /** Returns the end of this call, which is observed and has a result that completes later. */
  final <T> DeferredEnd<T> defer(@Nullable ResultAttributes<? super T> attributes) {
    return new DeferredEnd<>(site, null, span, ai(), observed(), attributes);
  }

  /** Returns the spans of the subscriptions to the result of this call, which is observed. */
  <T> DeferredSpans<T> spans(@Nullable ResultAttributes<? super T> attributes) {
    Context body = bodyContext();
    Context context = body == null ? Context.current() : body;
    DeferredEnd<T> end = new DeferredEnd<>(site, context, span, ai(), observed(), attributes);
    return subscriber -> end;
  }

  @Override
  final @Nullable AiResult ai() {
    return AiContext.of(this);
  }

  @Override
  final <T> void add(AttributeKey<T> key, T value) {
    if (builder != null) {
      builder.setAttribute(key, value);
    } else if (span != null) {
      span.setAttribute(key, value);
    }
  }

  @Override
  final void addLink(SpanContext to) {
    if (builder != null) {
      builder.addLink(to);
    } else if (span != null) {
      span.addLink(to);
    }
  }

  @Override
  public final void enter() {
    try {
      prepare();
      SpanBuilder pending = builder;
      if (pending != null) {
        builder = null;
        span = pending.startSpan();
      }
      stack.push(this);
      makeCurrent();
      notifyStart();
    } catch (Throwable failure) {
      TracingFailures.swallow("starting a span", failure);
      undoEnter();
    }
  }

  private void undoEnter() {
    try {
      stack.remove(this);
      restoreContext();
      abandon();
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
    }
    site.beginWithoutSpan();
  }

  private void makeCurrent() {
    Context body = bodyContext();
    if (body != null) {
      ContextStorage storage = ContextStorage.get();
      Scope attached = storage.attach(body);
      if (storage != ContextStorage.defaultStorage()) {
        scope = attached;
      }
    }
  }

  /** Makes the caller's context current again, even if the body left scopes open. */
  final void restoreContext() {
    if (caller == null) {
      return;
    }
    ContextStorage storage = ContextStorage.get();
    if (storage == ContextStorage.defaultStorage()) {
      // Equivalent to closing the scope, which therefore need not be kept.
      storage.attach(caller);
      return;
    }
    if (scope != null) {
      try {
        scope.close();
      } catch (Throwable failure) {
        TracingFailures.swallow("closing a scope", failure);
      }
    }
    if (Context.current() != caller) {
      // The body left its own scope open, and a scope that is not current does not close.
      storage.attach(caller);
    }
  }

  void end(Outcome outcome, @Nullable Throwable error) {
    AiResult ai = ai();
    if (ai == null || !ai.endsLater(error)) {
      CallEnd.finish(site, span, ai, observed(), outcome, error, 0);
    }
  }
}
