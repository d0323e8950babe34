package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides whether a call gets a span, and begins the call. */
final class SpanStarter {

  private SpanStarter() {}

  /**
   * Begins a call. At most one of the parents is given; without one, the current context is the
   * parent.
   *
   * @param parentContext the context of the body, or null
   * @param parentSpan the parent span, or null
   * @param parentHeaders the headers that carry the context of the body, or null
   * @return as {@link SpanSite#begin()}
   */
  static @Nullable SpanStart begin(
      SpanSite site,
      SpanSettings settings,
      @Nullable Context parentContext,
      @Nullable SpanContext parentSpan,
      @Nullable Map<?, ?> parentHeaders) {
    try {
      TracerSource source = site.tracerSource();
      if (NewerApi.isEnabled(source.tracer()) && site.isOn()) {
        Context caller = Context.current();
        Context parent = caller;
        if (parentHeaders != null && !settings.root()) {
          parent = Propagation.extract(source, caller, parentHeaders, HeaderGetter.INSTANCE);
        } else if (!settings.root()) {
          parent = parent(caller, parentContext, parentSpan);
        }
        if (settings.root() || !isDropped(parent)) {
          return starting(site, settings, source, caller, parent);
        }
        if (parent != caller || !source.samplerFollowsParent()) {
          return beginUnderDropped(site, settings, source, caller, parent);
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("starting a span", failure);
    }
    return beginWithoutSpan(site, settings);
  }

  /**
   * Begins a call without a span. An AI call is measured even so; for that, the context of its body
   * changes.
   */
  private static @Nullable SpanStart beginWithoutSpan(SpanSite site, SpanSettings settings) {
    try {
      if (settings.ai() != null && AiContext.isMetered() && site.isOn()) {
        Context caller = Context.current();
        return ActiveCall.withoutSpan(site, caller, AiContext.in(caller, site, settings));
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("starting a span", failure);
    }
    site.beginWithoutSpan();
    return null;
  }

  private static Context parent(
      Context caller, @Nullable Context parentContext, @Nullable SpanContext parentSpan) {
    if (parentContext != null) {
      return parentContext;
    }
    return parentSpan == null
            || !parentSpan.isValid()
            || parentSpan.equals(Span.fromContext(caller).getSpanContext())
        ? caller
        : caller.with(Span.wrap(parentSpan));
  }

  private static boolean isDropped(Context context) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    return span.isValid() && !span.isSampled();
  }

  /** Returns a call whose span starts once its attributes are set. */
  private static ActiveCall starting(
      SpanSite site, SpanSettings settings, TracerSource source, Context caller, Context parent) {
    SpanBuilder builder = source.tracer().spanBuilder(settings.name());
    settings.addTo(builder, parent);
    return ActiveCall.starting(site, caller, AiContext.in(parent, site, settings), builder);
  }

  /**
   * Begins a call whose parent was dropped. Its span is dropped too, unless the sampler may decide
   * otherwise and does. A dropped span is not made current: the calls inside see the dropped parent
   * instead, to the same effect.
   *
   * @return the call, or null if it has no span
   */
  private static @Nullable SpanStart beginUnderDropped(
      SpanSite site, SpanSettings settings, TracerSource source, Context caller, Context parent) {
    ActiveCall call =
        source.samplerFollowsParent()
            ? null
            : startIfSampled(site, settings, source, caller, parent);
    if (call != null) {
      return call;
    }
    if (parent == caller) {
      return beginWithoutSpan(site, settings);
    }
    ActiveCall withoutSpan =
        ActiveCall.withoutSpan(site, caller, AiContext.in(parent, site, settings));
    if (settings.ai() != null && AiContext.isMetered()) {
      return withoutSpan; // so that the caller reads the request
    }
    withoutSpan.enter();
    return null;
  }

  /** Starts the span before its attributes are read, which most calls under a dropped span save. */
  private static @Nullable ActiveCall startIfSampled(
      SpanSite site, SpanSettings settings, TracerSource source, Context caller, Context parent) {
    Span span =
        source
            .tracer()
            .spanBuilder(settings.name())
            .setSpanKind(settings.kind())
            .setParent(parent)
            .startSpan();
    if (!span.isRecording()) {
      return null;
    }
    settings.addTo(span, parent);
    return ActiveCall.started(site, caller, AiContext.in(parent, site, settings), span);
  }
}
