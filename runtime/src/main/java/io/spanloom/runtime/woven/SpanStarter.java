package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListeners;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides whether a call gets a span, and begins the call. */
final class SpanStarter {

  private SpanStarter() {}

  /**
   * Begins a call. At most one of the parents is given; without one, the current context is the
   * parent.
   *
   * @param calls creates the active call
   * @param parentContext the context of the body, or null
   * @param parentSpan the parent span, or null
   * @param parentHeaders the headers that carry the context of the body, or null
   * @return as {@link SpanSite#begin()}
   */
  static @Nullable SpanStart begin(
      TracedSite site,
      SpanSettings settings,
      CallFactory calls,
      @Nullable Context parentContext,
      @Nullable SpanContext parentSpan,
      @Nullable Map<?, ?> parentHeaders) {
    try {
      TracerSource source = site.tracerSource();
      if ((NewerApi.isEnabled(source.tracer()) || isMeasuredLater(settings)) && site.isOn()) {
        Context caller = Context.current();
        Context parent = caller;
        if (parentHeaders != null && !settings.root()) {
          parent = HeaderPropagation.extract(source, caller, parentHeaders, HeaderGetter.INSTANCE);
        } else if (!settings.root()) {
          parent = parent(caller, parentContext, parentSpan);
        }
        if (settings.perSubscription()) {
          boolean explicit =
              parentContext != null
                  || (parentSpan != null && parentSpan.isValid())
                  || parent != caller;
          return new SpanTemplate(
              site, settings, calls, caller, explicit && !settings.root() ? parent : null);
        }
        if (settings.root() || !isDropped(parent)) {
          return starting(site, settings, calls, source, caller, parent);
        }
        return beginUnderDropped(site, settings, calls, source, caller, parent);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("starting a span", failure);
    }
    return calls.untraced(site);
  }

  /**
   * Begins a call that is not on the stack of active calls.
   *
   * @return the call to set attributes on and to start, or null if the site is switched off
   */
  static @Nullable ActiveCall beginIn(
      TracedSite site, SpanSettings settings, CallFactory calls, Context parent) {
    if (!site.isOn()) {
      return null;
    }
    TracerSource source = site.tracerSource();
    if (!NewerApi.isEnabled(source.tracer())) {
      return withoutSpan(site, calls, parent);
    }
    ActiveCall onCurrentSpan = calls.onCurrentSpan(site, parent);
    if (onCurrentSpan != null) {
      return onCurrentSpan;
    }
    if (settings.root() || !isDropped(parent)) {
      return starting(site, settings, calls, source, parent, parent);
    }
    Span span = source.samplerFollowsParent() ? null : startIfSampled(settings, source, parent);
    return span == null
        ? withoutSpan(site, calls, parent)
        : calls.started(site, parent, parent, span);
  }

  private static ActiveCall withoutSpan(TracedSite site, CallFactory calls, Context parent) {
    return calls.create(site, ActiveCallStack.ofCurrentThread(), parent, parent, null, null);
  }

  /** Returns whether a listener measures each subscription, even if there are no spans. */
  private static boolean isMeasuredLater(SpanSettings settings) {
    return settings.perSubscription() && CallListeners.get() != null;
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
      TracedSite site,
      SpanSettings settings,
      CallFactory calls,
      TracerSource source,
      Context caller,
      Context parent) {
    SpanBuilder builder = source.tracer().spanBuilder(settings.name());
    settings.addTo(builder, parent);
    return calls.starting(site, caller, parent, builder);
  }

  /**
   * Begins a call whose parent was dropped. Its span is dropped, too, unless the sampler does not
   * follow the parent and samples it. A dropped span is not made current: for the calls inside, the
   * dropped parent has the same effect.
   *
   * @return the call, or null if it needs no attributes
   */
  private static @Nullable ActiveCall beginUnderDropped(
      TracedSite site,
      SpanSettings settings,
      CallFactory calls,
      TracerSource source,
      Context caller,
      Context parent) {
    Span span = source.samplerFollowsParent() ? null : startIfSampled(settings, source, parent);
    return span == null
        ? calls.dropped(site, caller, parent)
        : calls.started(site, caller, parent, span);
  }

  /** Starts the span before its attributes are read, which most calls under a dropped span save. */
  private static @Nullable Span startIfSampled(
      SpanSettings settings, TracerSource source, Context parent) {
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
    return span;
  }
}
