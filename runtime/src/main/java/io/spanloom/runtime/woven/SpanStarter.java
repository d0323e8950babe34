package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** How the span of a call starts. */
final class SpanStarter {

  private SpanStarter() {}

  /**
   * Begins a call.
   *
   * @param given the context that it is inside of, if not the current one
   * @param span the span that it is inside of, if not the current one
   * @return as {@link SpanSite#begin()}
   */
  static @Nullable SpanStart begin(
      SpanSite site, SpanSettings settings, @Nullable Context given, @Nullable SpanContext span) {
    try {
      TracerSource source = site.source();
      if (source.tracer().isEnabled() && site.isOn()) {
        Context caller = Context.current();
        Context parent = settings.root() ? caller : parent(caller, given, span);
        if (settings.root() || !isDropped(parent)) {
          return frame(site, settings, source, caller, parent);
        }
        if (parent != caller || !source.samplerFollowsParent()) {
          return underDropped(site, settings, source, caller, parent);
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("starting a span", failure);
    }
    site.skip();
    return null;
  }

  /**
   * Returns the context that the call is inside of.
   *
   * @param caller what is current
   * @param given the context in its place, if any
   * @param span the span in place of the current one, if any
   */
  private static Context parent(
      Context caller, @Nullable Context given, @Nullable SpanContext span) {
    if (given != null) {
      return given;
    }
    return span == null || !span.isValid() || span.equals(Span.fromContext(caller).getSpanContext())
        ? caller
        : caller.with(Span.wrap(span));
  }

  /** Returns whether the span that the context holds was decided against. */
  private static boolean isDropped(Context context) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    return span.isValid() && !span.isSampled();
  }

  /** Returns the call's frame, whose span starts once it has its attributes. */
  private static ActiveCall frame(
      SpanSite site, SpanSettings settings, TracerSource source, Context caller, Context parent) {
    SpanBuilder builder = source.tracer().spanBuilder(settings.name());
    settings.addTo(builder, parent);
    return ActiveCall.starting(site, caller, parent, builder);
  }

  /**
   * Begins a call whose parent was dropped. Its span is dropped as well, unless a sampler that is
   * not known to follow its parent says otherwise. Such a span is not made current: its parent in
   * its place says the same to the calls inside.
   *
   * @return the call's frame, or null where there is no span
   */
  private static @Nullable ActiveCall underDropped(
      SpanSite site, SpanSettings settings, TracerSource source, Context caller, Context parent) {
    ActiveCall frame =
        source.samplerFollowsParent()
            ? null
            : unlessDropped(site, settings, source, caller, parent);
    if (frame == null) {
      if (parent == caller) {
        site.skip();
      } else {
        ActiveCall.dropped(site, caller, parent).enter();
      }
    }
    return frame;
  }

  private static @Nullable ActiveCall unlessDropped(
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
    return ActiveCall.started(site, caller, parent, span);
  }
}
