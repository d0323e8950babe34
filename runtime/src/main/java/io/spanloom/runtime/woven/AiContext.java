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

  /** Returns the context of an AI call: the given one, with a new collector. */
  static Context in(Context context, TracedSite site, AiSettings settings) {
    return context.with(KEY, new AiResult(site, settings));
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

  /** Returns whether a call ends with a handler, which a failure of the method ends now. */
  static boolean endsLater(ActiveCall call, @Nullable Throwable error) {
    AiResult result = of(call);
    return result != null && result.endsLater(error);
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
      return result != null && isRecorded(call.span()) ? result : null;
    } catch (Throwable failure) {
      TracingFailures.swallow("reading the response of an AI call", failure);
      return null;
    }
  }

  /** Returns whether a call is recorded: by its span, or by metrics. */
  static boolean isRecorded(@Nullable Span span) {
    return isMetered() || (span != null && span.isRecording());
  }

  /**
   * Writes what is known of a call to its span, which is about to end. Never throws.
   *
   * @param agoNanos the time since the call ended
   */
  static void write(@Nullable AiResult call, Span span, long agoNanos) {
    try {
      if (call != null && span.isRecording()) {
        call.summary(agoNanos).writeTo(span);
      }
    } catch (Throwable failure) {
      TracingFailures.swallowWithoutMessage("recording an AI call", failure);
    }
  }
}
