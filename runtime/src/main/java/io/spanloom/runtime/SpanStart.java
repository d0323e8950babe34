package io.spanloom.runtime;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * A span that is about to start; used by the thread that begins the call, and not after {@link
 * #enter}.
 */
public final class SpanStart {

  private final SpanSite site;
  private final FrameStack frames;
  private final Context caller;

  /** Either the builder, so that the sampler sees the attributes, or the span, not both. */
  private final @Nullable SpanBuilder builder;

  private final @Nullable Span started;

  SpanStart(
      SpanSite site,
      FrameStack frames,
      Context caller,
      @Nullable SpanBuilder builder,
      @Nullable Span started) {
    this.site = site;
    this.frames = frames;
    this.caller = caller;
    this.builder = builder;
    this.started = started;
  }

  /**
   * Sets an attribute.
   *
   * @param <T> the type of the value
   * @param key the attribute's key
   * @param value the value, or null for no attribute
   * @return this
   */
  public <T> SpanStart attribute(AttributeKey<T> key, @Nullable T value) {
    try {
      if (value != null) {
        if (builder != null) {
          builder.setAttribute(key, value);
        } else if (started != null) {
          started.setAttribute(key, value);
        }
      }
    } catch (Throwable failure) {
      Failures.swallow("setting an attribute", failure);
    }
    return this;
  }

  /** Starts the span and makes it current until the call ends. */
  public void enter() {
    Span span = started;
    try {
      if (span == null && builder != null) {
        span = builder.startSpan();
      }
      if (span != null) {
        frames.push(site, span, caller);
      }
    } catch (Throwable failure) {
      Failures.swallow("starting a span", failure);
      abandon(span);
    }
  }

  private static void abandon(@Nullable Span span) {
    try {
      if (span != null) {
        span.end();
      }
    } catch (Throwable failure) {
      Failures.swallow("ending a span", failure);
    }
  }
}
