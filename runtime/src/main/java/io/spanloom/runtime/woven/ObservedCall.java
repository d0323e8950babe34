package io.spanloom.runtime.woven;

import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.CallListeners;
import io.spanloom.runtime.spi.SiteInfo;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A call whose end is reported once: to the listener that its start was reported to, and to a
 * subclass. Never throws.
 */
class ObservedCall {

  private final @Nullable CallListener listener;
  private final SiteInfo site;
  private final Context context;
  private long startNanos;
  private final AtomicBoolean ended = new AtomicBoolean();

  /** Reports the start of a call whose span, if any, is current. */
  ObservedCall(@Nullable CallListener listener, SiteInfo site) {
    this(listener, site, listener == null ? Context.root() : currentContext());
  }

  /** Reports the start of a call in the context that contains its span, if any. */
  ObservedCall(@Nullable CallListener listener, SiteInfo site, Context context) {
    this.listener = listener;
    this.site = site;
    this.context = context;
    if (listener != null) {
      reportStart(listener, site);
    }
    this.startNanos = System.nanoTime();
  }

  /** Reports the start of a call, if there is a listener and the site is switched on. */
  static @Nullable ObservedCall start(TracedSite site, Context context) {
    CallListener listener = CallListeners.get();
    return listener == null || !site.isOn()
        ? null
        : new ObservedCall(listener, site.info(), context);
  }

  private static Context currentContext() {
    try {
      return Context.current();
    } catch (Throwable failure) {
      TracingFailures.swallow("reading the context", failure);
      return Context.root();
    }
  }

  private static void reportStart(CallListener listener, SiteInfo site) {
    try {
      listener.onStart(site);
    } catch (Throwable failure) {
      TracingFailures.swallow("calling a listener", failure);
    }
  }

  /** Moves the start to an earlier time. */
  final void startedBefore(long nanos) {
    startNanos -= nanos;
  }

  final long elapsedNanos() {
    return System.nanoTime() - startNanos;
  }

  /**
   * Reports the end of the call. A custom deferred result may complete twice: the first counts.
   *
   * @param at the end, or null for now
   */
  final void end(
      CallListener.Outcome outcome,
      @Nullable Throwable error,
      long elapsedNanos,
      @Nullable Instant at) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    try {
      ended(outcome, error, elapsedNanos, at);
    } catch (Throwable failure) {
      TracingFailures.swallow("ending a step", failure);
    }
    try {
      if (listener != null) {
        listener.onEnd(site, outcome, error, elapsedNanos, context);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("calling a listener", failure);
    }
  }

  /** Called once, when the call ends. */
  void ended(
      CallListener.Outcome outcome,
      @Nullable Throwable error,
      long elapsedNanos,
      @Nullable Instant at) {}
}
