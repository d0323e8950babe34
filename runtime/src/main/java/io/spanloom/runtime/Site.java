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

  Site() {}

  /** Ends the call that returned. */
  public final void end() {
    try {
      Frame frame = FrameStack.ofThread().pop(this);
      if (frame != null) {
        succeeded(frame.span);
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
      Frame frame = FrameStack.ofThread().pop(this);
      if (frame != null) {
        if (result == null || !frame.span.isRecording()) {
          succeeded(frame.span);
        } else {
          Completion.register(result, this, frame.span);
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
      Frame frame = FrameStack.ofThread().pop(this);
      if (frame != null) {
        failed(frame.span, error);
      }
    } catch (Throwable failure) {
      Failures.swallow("ending a span", failure);
    }
  }

  abstract void succeeded(Span span);

  abstract void failed(Span span, Throwable error);

  abstract void cancelled(Span span);

  final TracerSource tracerSource(FrameStack frames) {
    if (asked < ALWAYS_ASKED) {
      asked++;
      return TracerSource.refreshed();
    }
    return frames.mustAsk() ? TracerSource.refreshed() : TracerSource.current();
  }
}
