package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.CallListener.Outcome;
import io.spanloom.runtime.spi.CallListeners;
import io.spanloom.runtime.spi.SiteInfo;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A traced method at run time. Subclasses decide whether a call becomes a span or a pair of events.
 *
 * <p>Woven code calls a method of the subclass before the body, and one of {@link #end()}, {@link
 * #end(CompletionStage)} and {@link #fail} after it, on the same thread. None of them throws,
 * except for a {@link StackOverflowError} before a body that has no stack left. Sites are immutable
 * to their users and safe for use by multiple threads.
 */
public abstract sealed class TracedSite permits SpanSite, EventSite {

  /** First calls of a site that all look up the tracer; later ones do so when throttled. */
  private static final int INITIAL_LOOKUPS = 256;

  /** A race only causes another look-up. */
  private int lookups;

  /**
   * Set once the site has had an active call, on any thread. Until then no call looks at its
   * thread's stack, so that disabled tracing is cheap. Volatile, because a thread that has read
   * true must not read false afterwards.
   */
  private volatile boolean hadActiveCall;

  /** A race only causes another evaluation of the switches. */
  private @Nullable SwitchState switchState;

  /** A race only creates an equal object. */
  private @Nullable SiteInfo info;

  TracedSite() {}

  /**
   * The state of this site as some switches define it.
   *
   * @param switches the switches
   * @param on whether the site is switched on
   */
  private record SwitchState(TracingSwitches switches, boolean on) {}

  /** Returns {@code code.function.name}, or null if the site belongs to no method. */
  abstract @Nullable String function();

  abstract SiteInfo describe();

  abstract void succeeded(Span span);

  abstract void failed(Span span, Throwable error);

  abstract void cancelled(Span span, @Nullable Throwable error);

  /** Returns the description of this site for listeners. */
  final SiteInfo info() {
    SiteInfo known = info;
    if (known == null) {
      known = describe();
      info = known;
    }
    return known;
  }

  /** Returns whether calls that begin now are traced. */
  final boolean isOn() {
    TracingSwitches switches = TracingSwitches.current();
    return switches.isAllOn() || isOn(switches);
  }

  private boolean isOn(TracingSwitches switches) {
    SwitchState known = switchState;
    if (known == null || known.switches != switches) {
      known = new SwitchState(switches, switches.isOn(function()));
      switchState = known;
    }
    return known.on;
  }

  /** Ends a call that returned. */
  public final void end() {
    try {
      ActiveCall call = pop();
      if (call != null) {
        call.end(Outcome.RETURNED, null);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
    }
  }

  /**
   * Ends a call that returned a stage, once the stage completes. The caller's context is current
   * again immediately, and the stage itself is not changed.
   *
   * @param result the method's result, or null if it returned null
   */
  public final void end(@Nullable CompletionStage<?> result) {
    endDeferred(result, StageEnd::register, null);
  }

  /**
   * Ends a call that returned a stage, as {@link #end(CompletionStage)} does, and sets attributes
   * that the stage's result supplies.
   *
   * @param <T> the type of the stage's result
   * @param result the method's result, or null if it returned null
   * @param attributes reads the stage's result if that is not null and the span is recording
   */
  public final <T> void end(
      @Nullable CompletionStage<? extends T> result, ResultAttributes<? super T> attributes) {
    endDeferred(result, StageEnd::register, attributes);
  }

  /** Ends a call that returned a result of any type, which may be deferred. */
  final void endWith(@Nullable Object result) {
    if (result instanceof CompletionStage<?> stage) {
      end(stage);
    } else {
      end();
    }
  }

  private <R, T> void endDeferred(
      @Nullable R result,
      DeferredEnd.Registration<R, T> registration,
      @Nullable ResultAttributes<? super T> attributes) {
    try {
      ActiveCall call = pop();
      if (call != null) {
        if (result != null && DeferredEnd.isNeeded(call)) {
          new DeferredEnd<T>(call, attributes).register(registration, result);
        } else {
          call.end(Outcome.RETURNED, null);
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
    }
  }

  /**
   * Ends a call that threw.
   *
   * @param error the exception, which also reaches the caller
   */
  public final void fail(Throwable error) {
    try {
      ActiveCall call = pop();
      if (call != null) {
        call.end(Outcome.FAILED, error);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
    }
  }

  /** Ends a call's span, then notifies its listener. Never throws. */
  final void finish(
      @Nullable Span span,
      @Nullable AiResult ai,
      @Nullable ObservedCall observed,
      Outcome outcome,
      @Nullable Throwable error) {
    long elapsedNanos = observed == null ? 0 : observed.elapsedNanos();
    try {
      if (span != null) {
        AiContext.write(ai, span);
        if (outcome == Outcome.CANCELLED) {
          cancelled(span, error);
        } else if (error == null) {
          succeeded(span);
        } else {
          failed(span, error);
        }
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
    }
    if (observed != null) {
      observed.end(outcome, error, elapsedNanos);
    }
  }

  private @Nullable ActiveCall pop() {
    return hadActiveCall ? ActiveCallStack.ofCurrentThread().pop(this) : null;
  }

  /** Returns the running call, or null if there is none. */
  final @Nullable ActiveCall runningCall() {
    return hadActiveCall ? ActiveCallStack.ofCurrentThread().current(this) : null;
  }

  final void noteActiveCall() {
    if (!hadActiveCall) {
      hadActiveCall = true;
    }
  }

  /**
   * Begins a call without a span: notifies a listener, and makes sure that the end of the call is
   * not taken for that of an outer call.
   */
  final void beginWithoutSpan() {
    CallListener listener = CallListeners.get();
    if (listener != null || hadActiveCall) {
      pushWithoutSpan(listener);
    }
  }

  private void pushWithoutSpan(@Nullable CallListener listener) {
    try {
      ActiveCallStack stack = ActiveCallStack.ofCurrentThread();
      if (listener != null && isOn()) {
        ActiveCall call = ActiveCallWithListener.withoutSpan(this, stack, listener);
        stack.push(call);
        call.notifyStart();
      } else {
        stack.pushIfNested(this);
      }
    } catch (StackOverflowError failure) {
      throw failure; // in place of the body, whose end could end an outer call's span
    } catch (Throwable failure) {
      TracingFailures.swallow("beginning a call", failure);
    }
  }

  /** Returns the source of the tracer for a call that begins now. */
  final TracerSource tracerSource() {
    TracerSource known = TracerSource.current();
    return known.installed() || (lookups >= INITIAL_LOOKUPS && !LookupThrottle.tryAcquire())
        ? known
        : lookUpTracer();
  }

  private TracerSource lookUpTracer() {
    if (lookups < INITIAL_LOOKUPS) {
      lookups++;
    }
    return TracerSource.refreshed();
  }
}
