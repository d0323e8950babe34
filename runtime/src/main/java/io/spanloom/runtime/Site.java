package io.spanloom.runtime;

import io.opentelemetry.api.trace.Span;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A method as the running program traces it; what it leaves behind is the subclass's to say.
 *
 * <p>Woven code calls one method before the body and one of {@link #end()}, {@link
 * #end(CompletionStage)} and {@link #fail} after it, on the same thread. None of them throws. Sites
 * are immutable to their users and safe for many threads.
 */
public abstract sealed class Site permits SpanSite, StepEvents {

  private static final int ALWAYS_ASKED = 256;

  /** Calls that asked for the tracer; races only make it ask once more. */
  private int asked;

  /**
   * Whether any call, on any thread, has had a frame. Until then there is none to look for, so that
   * tracing that is off costs no look at the thread. Volatile, for a thread that has seen true must
   * not see false again.
   */
  private volatile boolean framed;

  Site() {}

  /** Ends the call that returned. */
  public final void end() {
    try {
      Span span = pop();
      if (span != null) {
        succeeded(span);
      }
    } catch (Throwable failure) {
      Failures.swallow("ending a span", failure);
    }
  }

  /**
   * Ends the call that returned a stage, once the stage completes. The context is the caller's at
   * once; the stage itself stays as it is.
   *
   * @param result what the method returned
   */
  public final void end(@Nullable CompletionStage<?> result) {
    try {
      Span span = pop();
      if (span != null) {
        if (result == null || !span.isRecording()) {
          succeeded(span);
        } else {
          Completion.register(result, this, span);
        }
      }
    } catch (Throwable failure) {
      Failures.swallow("ending a span", failure);
    }
  }

  /**
   * Ends the call that threw.
   *
   * @param error what reaches the caller
   */
  public final void fail(Throwable error) {
    try {
      Span span = pop();
      if (span != null) {
        failed(span, error);
      }
    } catch (Throwable failure) {
      Failures.swallow("ending a span", failure);
    }
  }

  abstract void succeeded(Span span);

  abstract void failed(Span span, Throwable error);

  abstract void cancelled(Span span);

  /** Ends a call whose end was missed, for the stack had no room for it. */
  final void abandoned(Span span) {
    try {
      cancelled(span);
    } catch (Throwable failure) {
      Failures.swallow("ending a span", failure);
    }
  }

  private @Nullable Span pop() {
    return framed ? FrameStack.ofThread().pop(this) : null;
  }

  final void hasFrame() {
    if (!framed) {
      framed = true;
    }
  }

  /** Notes a call without a frame, so that its end is not taken for that of an outer call. */
  final void skip(@Nullable FrameStack frames) {
    try {
      if (framed) {
        FrameStack.orOfThread(frames).skip(this);
      }
    } catch (StackOverflowError failure) {
      // The program meets it in the body's place: one that ran could end an outer call's span.
      throw failure;
    } catch (Throwable failure) {
      Failures.swallow("beginning a call", failure);
    }
  }

  final TracerSource refreshed(TracerSource known, FrameStack frames) {
    if (asked < ALWAYS_ASKED) {
      asked++;
      return TracerSource.refreshed();
    }
    return frames.mustAsk() ? TracerSource.refreshed() : known;
  }
}
