package io.spanloom.runtime;

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
sealed class Frame extends SpanStart permits FrameElsewhere {

  private static final int MAX_LINKS = 128;

  final Site site;
  private final FrameStack frames;

  /** What is current again after the call; null where the call makes nothing. */
  private final @Nullable Context caller;

  /** First the builder, so that the sampler sees the attributes, then the span. */
  private @Nullable SpanBuilder builder;

  private @Nullable Span span;

  /** Null where the storage can be set back without. */
  private @Nullable Scope scope;

  private @Nullable Frame below;

  Frame(
      Site site,
      FrameStack frames,
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
  static Frame starting(Site site, Context caller, Context parent, SpanBuilder builder) {
    FrameStack frames = FrameStack.ofThread();
    return parent == caller
        ? new Frame(site, frames, caller, builder, null)
        : new FrameElsewhere(site, frames, caller, parent, builder, null);
  }

  /** A call whose span had to start before its attributes. */
  static Frame started(Site site, Context caller, Context parent, Span span) {
    FrameStack frames = FrameStack.ofThread();
    return parent == caller
        ? new Frame(site, frames, caller, null, span)
        : new FrameElsewhere(site, frames, caller, parent, null, span);
  }

  /** A call that makes no span, and whose body is inside of the given parent nevertheless. */
  static Frame dropped(Site site, Context caller, Context parent) {
    return new FrameElsewhere(site, FrameStack.ofThread(), caller, parent, null, null);
  }

  /** A call that tells something of a span that is current already and stays so. */
  static Frame inside(Site site, FrameStack frames, Context caller, Span span) {
    return new Frame(site, frames, caller, null, span);
  }

  /** A call that makes nothing. */
  static Frame empty(Site site, FrameStack frames) {
    return new Frame(site, frames, null, null, null);
  }

  final @Nullable Span span() {
    return span;
  }

  final @Nullable Frame below() {
    return below;
  }

  final void putOn(@Nullable Frame top) {
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
        Attribute<?> shortened = TextLimit.shortened(key, value);
        if (shortened == null) {
          set(key, value);
        } else if (builder != null) {
          shortened.addTo(builder);
        } else if (span != null) {
          shortened.addTo(span);
        }
      }
    } catch (Throwable failure) {
      Failures.swallow("setting an attribute", failure);
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
      Failures.swallow("adding a link", failure);
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
      Failures.swallow("adding links", failure);
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
      Failures.swallow("starting a span", failure);
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
      Failures.swallow("ending a span", failure);
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
        Failures.swallow("closing a scope", failure);
      }
    }
    if (Context.current() != caller) {
      // The body left a scope of its own open, and a scope that is not current does not close.
      storage.attach(caller);
    }
  }
}
