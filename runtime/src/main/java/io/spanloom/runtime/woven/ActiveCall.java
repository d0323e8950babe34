package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * One running call of a site: its span and the frame of the call around it; before that, the start
 * of the span. One object for both, since each call that makes a span makes one.
 */
sealed class ActiveCall extends SpanStart permits ActiveCallWithParent {

  private static final int MAX_LINKS = 128;

  final TracedSite site;
  private final ActiveCallStack frames;

  /** What is current again after the call; null where the call makes nothing. */
  private final @Nullable Context caller;

  /** First the builder, so that the sampler sees the attributes, then the span. */
  private @Nullable SpanBuilder builder;

  private @Nullable Span span;

  /** Null where the storage can be set back without. */
  private @Nullable Scope scope;

  private @Nullable ActiveCall below;

  ActiveCall(
      TracedSite site,
      ActiveCallStack frames,
      @Nullable Context caller,
      @Nullable SpanBuilder builder,
      @Nullable Span span) {
    this.site = site;
    this.frames = frames;
    this.caller = caller;
    this.builder = builder;
    this.span = span;
  }

  /** A call whose span is yet to start, inside of the given parent. */
  static ActiveCall starting(TracedSite site, Context caller, Context parent, SpanBuilder builder) {
    ActiveCallStack frames = ActiveCallStack.ofThread();
    return parent == caller
        ? new ActiveCall(site, frames, caller, builder, null)
        : new ActiveCallWithParent(site, frames, caller, parent, builder, null);
  }

  /** A call whose span had to start before its attributes. */
  static ActiveCall started(TracedSite site, Context caller, Context parent, Span span) {
    ActiveCallStack frames = ActiveCallStack.ofThread();
    return parent == caller
        ? new ActiveCall(site, frames, caller, null, span)
        : new ActiveCallWithParent(site, frames, caller, parent, null, span);
  }

  /** A call that makes no span, and whose body is inside of the given parent nevertheless. */
  static ActiveCall dropped(TracedSite site, Context caller, Context parent) {
    return new ActiveCallWithParent(site, ActiveCallStack.ofThread(), caller, parent, null, null);
  }

  /** A call that tells something of a span that is current already and stays so. */
  static ActiveCall inside(TracedSite site, ActiveCallStack frames, Context caller, Span span) {
    return new ActiveCall(site, frames, caller, null, span);
  }

  /** A call that makes nothing. */
  static ActiveCall empty(TracedSite site, ActiveCallStack frames) {
    return new ActiveCall(site, frames, null, null, null);
  }

  final @Nullable Span span() {
    return span;
  }

  final @Nullable ActiveCall below() {
    return below;
  }

  final void putOn(@Nullable ActiveCall top) {
    below = top;
  }

  /** What the body is inside of, save its own span; null where the call makes nothing. */
  @Nullable Context parent() {
    return caller;
  }

  @Override
  public final <T> SpanStart attribute(AttributeKey<T> key, @Nullable T value) {
    try {
      if (value != null) {
        TypedAttribute<?> shortened = TextLimit.shortened(key, value);
        if (shortened == null) {
          set(key, value);
        } else if (builder != null) {
          shortened.addTo(builder);
        } else if (span != null) {
          shortened.addTo(span);
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
      frames.push(this);
      attach();
    } catch (Throwable failure) {
      TracingFailures.swallow("starting a span", failure);
      abandon();
    }
  }

  private void abandon() {
    try {
      frames.remove(this);
      leave();
      if (span != null) {
        span.end();
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
    }
    site.skip();
  }

  private void attach() {
    Context inside = parent();
    if (inside != null) {
      ContextStorage storage = ContextStorage.get();
      Scope attached = storage.attach(span == null ? inside : inside.with(span));
      if (storage != ContextStorage.defaultStorage()) {
        scope = attached;
      }
    }
  }

  /** Makes the caller's context current again, whatever the body left behind. */
  final void leave() {
    if (caller == null) {
      return;
    }
    ContextStorage storage = ContextStorage.get();
    if (storage == ContextStorage.defaultStorage()) {
      // All that closing a scope does here, and one thing less to keep.
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
      // The body left a scope of its own open, and a scope that is not current does not close.
      storage.attach(caller);
    }
  }
}
