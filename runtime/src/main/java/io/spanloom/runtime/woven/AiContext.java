package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.spanloom.runtime.spi.CallListeners;
import org.jspecify.annotations.Nullable;

/**
 * The collectors of AI calls in contexts, from which a listener and the program's other threads
 * reach them.
 */
final class AiContext {

  private static final ContextKey<AiResult> KEY = ContextKey.named("spanloom-ai-call");

  private AiContext() {}

  /** Returns the context of an AI call: the given one, with the call's collector. */
  static Context in(Context context, AiResult call) {
    return context.with(KEY, call);
  }

  /** Returns the collector of the innermost AI call of a context, or null if there is none. */
  static @Nullable AiResult of(Context context) {
    return context.get(KEY);
  }

  /** Returns the collector of an active call, or null if it is no AI call. */
  static @Nullable AiResult of(ActiveCall call) {
    if (!(call.site instanceof SpanSite site) || !site.isAiCall()) {
      return null; // without a look at the context, which other calls must not pay for
    }
    Context context = call.parent();
    AiResult result = context == null ? null : of(context);
    return result != null && result.site == call.site ? result : null;
  }

  /** Returns whether AI calls without a recording span are measured. */
  static boolean isMetered() {
    return CallListeners.get() instanceof DurationListener;
  }

  /** Returns the collector of the site's running call, or null if nothing records the call. */
  static @Nullable AiResult ofRunningCall(TracedSite site) {
    try {
      ActiveCall call = site.runningCall();
      if (call == null) {
        return null;
      }
      AiResult result = of(call);
      return result != null && isRecorded(result, call.span()) ? result : null;
    } catch (Throwable failure) {
      TracingFailures.swallow("reading the response of an AI call", failure);
      return null;
    }
  }

  /** Returns whether a call is recorded: by its span, by metrics, or by an agent around it. */
  static boolean isRecorded(AiResult call, @Nullable Span span) {
    LoopCall loop = call.loop;
    return isMetered() || RecordingSpan.isRecording(span) || (loop != null && loop.needsUsage());
  }

  /** Returns whether a call is an agent, or counts in the loop of one. */
  static boolean isCounted(ActiveCall call) {
    AiResult result = of(call);
    return result != null && result.loop != null;
  }

  /**
   * Writes what is known of a call to its span, which is about to end, and counts the call in the
   * loops of the agents around it. Never throws.
   *
   * @param agoNanos the time since the call ended
   */
  static void end(AiResult call, @Nullable Span span, long agoNanos) {
    try {
      boolean recording = RecordingSpan.isRecording(span);
      LoopCall loop = call.loop;
      if (recording || loop != null) {
        AiSummary summary = call.summary(agoNanos);
        if (span != null && recording) {
          summary.writeTo(span);
        }
        if (loop != null) {
          loop.end(summary, span);
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallowWithoutMessage("recording an AI call", failure);
    }
  }
}
