package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListener.Outcome;
import io.spanloom.runtime.woven.SpanSettings.ExceptionDetail;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The child span of an AI call that covers the time of its stream. It starts when the program has
 * received the stream, or with the first chunk if that is earlier, and ends with the call. It is
 * never current, and has no attributes of the response, which are on the call's span. Thread-safe;
 * never throws.
 */
final class StreamSpan {

  private final TracedSite site;
  private final Context parent;
  private @Nullable Running running;
  private boolean ended;

  /** Creates a span that has not started, for a call whose own span belongs into a context. */
  StreamSpan(TracedSite site, Context parent) {
    this.site = site;
    this.parent = parent;
  }

  /** A span that has started. */
  private record Running(SpanSettings settings, Span span, Instant started) {}

  /** Starts the span of a call whose method has returned the stream. */
  static void streamReturned(ActiveCall call) {
    AiResult ai = call.ai();
    if (ai != null) {
      ai.startStream(call.span());
    }
  }

  /** Returns whether the span has neither started nor ended. */
  synchronized boolean isPending() {
    return running == null && !ended;
  }

  /**
   * Starts the span, unless it has started or ended.
   *
   * @param call the call's span, without which there is no child
   */
  synchronized void start(@Nullable Span call, String name) {
    try {
      if (isPending() && call != null && call.isRecording()) {
        running = start(parent.with(call), name);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("starting a span", failure);
    }
  }

  private Running start(Context context, String name) {
    SpanSettings settings =
        new SpanSettingsBuilder(name)
            .constant(AttributeKeys.CODE_FUNCTION_NAME, site.function())
            .limitExceptions(ExceptionDetail.TYPE_ONLY)
            .build();
    Tracer tracer = site.tracerSource().tracer();
    SpanBuilder builder = tracer.spanBuilder(name);
    settings.addTo(builder, context);
    return new Running(settings, builder.startSpan(), Instant.now());
  }

  /**
   * Ends the span, if it has started and not ended.
   *
   * @param at the end of the call, or null for now
   */
  synchronized void end(Outcome outcome, @Nullable Throwable error, @Nullable Instant at) {
    Running started = running;
    if (started != null && !ended) {
      try {
        boolean unused = at != null && at.isBefore(started.started());
        started.settings().end(started.span(), outcome, error, unused ? started.started() : at);
      } catch (Throwable failure) {
        TracingFailures.swallow("ending a span", failure);
      }
    }
    ended = true;
  }
}
