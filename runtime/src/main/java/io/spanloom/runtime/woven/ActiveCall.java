package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.CallListener.Outcome;
import io.spanloom.runtime.spi.CallListeners;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * One running call of a site: its span, and the active call around it. Before the span starts, it
 * is also the span's {@link SpanStart}: every call with a span needs both, so one object saves an
 * allocation.
 */
sealed class ActiveCall extends SpanStart permits ActiveCallWithParent {

  private static final int MAX_LINKS = 128;

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

  /** Returns a call whose span starts after its attributes are set. */
  static ActiveCall starting(TracedSite site, Context caller, Context parent, SpanBuilder builder) {
    return create(site, ActiveCallStack.ofCurrentThread(), caller, parent, builder, null);
  }

  /** Returns a call whose span is started before its attributes are set. */
  static ActiveCall started(TracedSite site, Context caller, Context parent, Span span) {
    return create(site, ActiveCallStack.ofCurrentThread(), caller, parent, null, span);
  }

  /** Returns a call without a span whose body runs in the given parent context. */
  static ActiveCall withoutSpan(TracedSite site, Context caller, Context parent) {
    return create(site, ActiveCallStack.ofCurrentThread(), caller, parent, null, null);
  }

  /** Returns a call that adds to the current span, which stays current. */
  static ActiveCall onCurrentSpan(
      TracedSite site, ActiveCallStack stack, Context caller, Span span) {
    return create(site, stack, caller, caller, null, span);
  }

  /** Returns a call without any effect. */
  static ActiveCall withoutEffect(TracedSite site, ActiveCallStack stack) {
    return new ActiveCall(site, stack, null, null, null);
  }

  private static ActiveCall create(
      TracedSite site,
      ActiveCallStack stack,
      Context caller,
      Context parent,
      @Nullable SpanBuilder builder,
      @Nullable Span span) {
    CallListener listener = CallListeners.get();
    if (listener != null) {
      return new ActiveCallWithListener(site, stack, caller, parent, builder, span, listener);
    }
    return parent == caller
        ? new ActiveCall(site, stack, caller, builder, span)
        : new ActiveCallWithParent(site, stack, caller, parent, builder, span);
  }

  final @Nullable Span span() {
    return span;
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

  /**
   * Notifies the listener, if any, that the body is about to run. Called once the call is pushed.
   */
  void notifyStart() {}

  /** Returns what was reported to the listener, or null if nothing was. */
  @Nullable ObservedCall observed() {
    return null;
  }

  @Override
  public final <T> SpanStart attribute(AttributeKey<T> key, @Nullable T value) {
    try {
      if (value != null) {
        TypedAttribute<?> truncated = TextLimit.truncated(key, value);
        if (truncated == null) {
          set(key, value);
        } else if (builder != null) {
          truncated.addTo(builder);
        } else if (span != null) {
          truncated.addTo(span);
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("setting an attribute", failure);
    }
    return this;
  }

  private <T> void set(AttributeKey<T> key, T value) {
    if (builder != null) {
      builder.setAttribute(key, value);
    } else if (span != null) {
      span.setAttribute(key, value);
    }
  }

  @Override
  public final SpanStart link(@Nullable SpanContext to) {
    try {
      if (to != null && to.isValid()) {
        if (builder != null) {
          builder.addLink(to);
        } else if (span != null) {
          span.addLink(to);
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("adding a link", failure);
    }
    return this;
  }

  @Override
  public final SpanStart links(@Nullable Iterable<?> to) {
    try {
      if (to != null) {
        Iterator<?> contexts = to.iterator();
        for (int i = 0; i < MAX_LINKS && contexts.hasNext(); i++) {
          link((SpanContext) contexts.next());
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("adding links", failure);
    }
    return this;
  }

  @Override
  public final void enter() {
    try {
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
      if (span != null) {
        span.end();
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
    }
    site.beginWithoutSpan();
  }

  private void makeCurrent() {
    Context parent = parent();
    if (parent != null) {
      ContextStorage storage = ContextStorage.get();
      Scope attached = storage.attach(span == null ? parent : parent.with(span));
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

  final void end(Outcome outcome, @Nullable Throwable error) {
    site.finish(span, AiContext.of(this), observed(), outcome, error);
  }
}
