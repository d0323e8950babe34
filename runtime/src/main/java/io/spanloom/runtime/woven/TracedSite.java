package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A method as the running program traces it; what it leaves behind is the subclass's to say.
 *
 * <p>Woven code calls one method before the body and one of {@link #end()}, {@link
 * #end(CompletionStage)} and {@link #fail} after it, on the same thread. None of them throws, but
 * for a {@link StackOverflowError} before a body that has no stack left. Sites are immutable to
 * their users and safe for many threads.
 */
public abstract sealed class TracedSite permits SpanSite, EventSite {

  private static final int ALWAYS_ASKED = 256;

  /** Calls that asked for the tracer; races only make it ask once more. */
  private int asked;

  /**
   * Whether any call, on any thread, has had a frame. Until then there is none to look for, so that
   * tracing that is off costs no look at the thread. Volatile, for a thread that has seen true must
   * not see false again.
   */
  private volatile boolean framed;

  /** What the switches said when they were last asked; races only make it ask once more. */
  private @Nullable Answer answer;

  TracedSite() {}

  /**
   * Whether this site is on.
   *
   * @param switches what was asked
   * @param on what it said
   */
  private record Answer(TracingSwitches switches, boolean on) {}

  /** Returns {@code code.function.name}, or null where there is none. */
  abstract @Nullable String function();

  /** Returns whether calls that begin now are traced. */
  final boolean isOn() {
    TracingSwitches now = TracingSwitches.current();
    return now.untouched() || isOn(now);
  }

  private boolean isOn(TracingSwitches now) {
    Answer known = answer;
    if (known == null || known.switches != now) {
      known = new Answer(now, now.isOn(function()));
      answer = known;
    }
    return known.on;
  }

  /** Ends the call that returned. */
  public final void end() {
    try {
      Span span = pop();
      if (span != null) {
        succeeded(span);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
    }
  }

  /**
   * Ends the call that returned a stage, once the stage completes. The context is the caller's at
   * once; the stage itself stays as it is.
   *
   * @param result what the method returned
   */
  public final void end(@Nullable CompletionStage<?> result) {
    endLater(result, null);
  }

  private <T> void endLater(
      @Nullable CompletionStage<? extends T> result,
      @Nullable ResultAttributes<? super T> attributes) {
    try {
      Span span = pop();
      if (span != null) {
        if (result == null || !span.isRecording()) {
          succeeded(span);
        } else {
          Completion.register(result, this, span, attributes);
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
    }
  }

  /**
   * Ends the call that returned a stage, once the stage completes, as {@link #end(CompletionStage)}
   * does; before that, its result is read.
   *
   * @param <T> the type of the stage's result
   * @param result what the method returned
   * @param attributes reads the stage's result where that is not null and the span records
   */
  public final <T> void end(
      @Nullable CompletionStage<? extends T> result, ResultAttributes<? super T> attributes) {
    endLater(result, attributes);
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
      TracingFailures.swallow("ending a span", failure);
    }
  }

  abstract void succeeded(Span span);

  abstract void failed(Span span, Throwable error);

  abstract void cancelled(Span span, @Nullable Throwable error);

  /** Ends a call whose end was missed, for the stack had no room for it. */
  final void abandoned(Span span) {
    try {
      cancelled(span, null);
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
    }
  }

  private @Nullable Span pop() {
    return framed ? ActiveCallStack.ofThread().pop(this) : null;
  }

  /** Returns the span of the running call, or null where it has none that records. */
  final @Nullable Span recording() {
    Span span = framed ? ActiveCallStack.ofThread().peek(this) : null;
    return span == null || !span.isRecording() ? null : span;
  }

  final void hasFrame() {
    if (!framed) {
      framed = true;
    }
  }

  /** Notes a call without a frame, so that its end is not taken for that of an outer call. */
  final void skip() {
    try {
      if (framed) {
        ActiveCallStack.ofThread().skip(this);
      }
    } catch (StackOverflowError failure) {
      // The program meets it in the body's place: one that ran could end an outer call's span.
      throw failure;
    } catch (Throwable failure) {
      TracingFailures.swallow("beginning a call", failure);
    }
  }

  /** Returns what spans are made with now. */
  final TracerSource source() {
    TracerSource known = TracerSource.current();
    return known.installed() || (asked >= ALWAYS_ASKED && !LookupThrottle.mine()) ? known : ask();
  }

  private TracerSource ask() {
    if (asked < ALWAYS_ASKED) {
      asked++;
    }
    return TracerSource.refreshed();
  }
}
