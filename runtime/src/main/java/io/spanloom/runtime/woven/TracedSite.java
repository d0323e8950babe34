package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.spanloom.deferred.CompletionAdapter;
import io.spanloom.deferred.SubscriptionAdapter;
import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.CallListener.Outcome;
import io.spanloom.runtime.spi.CallListeners;
import io.spanloom.runtime.spi.SiteInfo;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A traced method at run time: the methods with which woven code ends a call.
 *
 * <p>Woven code begins a call by a method of {@link StartingSite}, and ends it by one of these on
 * the same thread. None of them throws, except for a {@link StackOverflowError} before a body that
 * has no stack left. Sites are immutable to their users and safe for use by multiple threads.
 */
public abstract sealed class TracedSite permits StartingSite {

  private final TracerLookup tracer = new TracerLookup();
  private final SiteSwitch onOff = new SiteSwitch();

  /**
   * Set once the site has had an active call, on any thread. Until then no call looks at its
   * thread's stack, so that disabled tracing is cheap. Volatile, because a thread that has read
   * true must not read false afterwards.
   */
  private volatile boolean hadActiveCall;

  /** A race only creates an equal object. */
  private @Nullable SiteInfo info;

  TracedSite() {}

  /** Returns {@code code.function.name}, or null if the site belongs to no method. */
  abstract @Nullable String function();

  abstract SiteInfo describe();

  /**
   * Ends the span of a call.
   *
   * @param at the end, or null for now
   */
  abstract void end(Span span, Outcome outcome, @Nullable Throwable error, @Nullable Instant at);

  /** Remembers the exception of a call before it reaches the caller, even without a span. */
  void rememberFailure(Throwable error) {}

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
    return switches.isAllOn() || onOff.isOn(switches, function());
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
   * Ends a call that returned a stage, once the stage completes. The stage does not change.
   *
   * @param result the method's result, or null if it returned null
   */
  public final void end(@Nullable CompletionStage<?> result) {
    DeferredCalls.end(this, result, DeferredCalls::observe, null);
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
    DeferredCalls.<CompletionStage<? extends T>, T>end(
        this, result, DeferredCalls::observe, attributes);
  }

  /**
   * Ends a call that returned another type of deferred result, once it completes.
   *
   * @param <R> the type of the result
   * @param <T> the type of the value that the result completes with
   * @param result the method's result, or null if it returned null
   * @param adapter observes the result
   */
  public final <R, T> void endWhen(@Nullable R result, CompletionAdapter<? super R, T> adapter) {
    DeferredCalls.end(this, result, adapter, null);
  }

  /**
   * Ends a call as {@link #endWhen(Object, CompletionAdapter)} does, and sets attributes that the
   * value supplies.
   *
   * @param <R> the type of the result
   * @param <T> the type of the value that the result completes with
   * @param result the method's result, or null if it returned null
   * @param adapter observes the result
   * @param attributes reads the value if that is not null and the span is recording
   */
  public final <R, T> void endWhen(
      @Nullable R result,
      CompletionAdapter<? super R, T> adapter,
      ResultAttributes<? super T> attributes) {
    DeferredCalls.end(this, result, adapter, attributes);
  }

  /**
   * Ends a call that returned a result to subscribe to.
   *
   * @param <R> the declared type of the result
   * @param <T> the type of the result's values
   * @param result the method's result, or null if it returned null
   * @param adapter traces the result
   * @return the result that the caller receives
   */
  public final <R extends @Nullable Object, T> R trace(
      R result, SubscriptionAdapter<R, T> adapter) {
    return DeferredCalls.trace(this, result, adapter, null);
  }

  /**
   * Ends a call as {@link #trace(Object, SubscriptionAdapter)} does, and sets attributes that the
   * values supply.
   *
   * @param <R> the declared type of the result
   * @param <T> the type of the result's values
   * @param result the method's result, or null if it returned null
   * @param adapter traces the result
   * @param attributes reads the values that are not null if the span is recording
   * @return the result that the caller receives
   */
  public final <R extends @Nullable Object, T> R trace(
      R result, SubscriptionAdapter<R, T> adapter, ResultAttributes<? super T> attributes) {
    return DeferredCalls.trace(this, result, adapter, attributes);
  }

  /**
   * Ends a call that threw.
   *
   * @param error the exception, which also reaches the caller
   */
  public final void fail(Throwable error) {
    try {
      rememberFailure(error);
      ActiveCall call = pop();
      if (call != null) {
        call.end(Outcome.FAILED, error);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a span", failure);
    }
  }

  final @Nullable ActiveCall pop() {
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
   * not mistaken for that of an outer call.
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
      throw failure; // The body must not run, because its end could end an outer call's span.
    } catch (Throwable failure) {
      TracingFailures.swallow("beginning a call", failure);
    }
  }

  /** Returns the source of the tracer for a call that begins now. */
  final TracerSource tracerSource() {
    return tracer.source();
  }
}
