package io.spanloom.runtime.woven;

import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.SiteInfo;
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
  private final long startNanos;
  private final AtomicBoolean ended = new AtomicBoolean();

  /** Reports the start of a call whose span, if any, is current. */
  ObservedCall(@Nullable CallListener listener, SiteInfo site) {
    this.listener = listener;
    this.site = site;
    this.context = listener == null ? Context.root() : reportStart(listener, site);
    this.startNanos = System.nanoTime();
  }

  private static Context reportStart(CallListener listener, SiteInfo site) {
    Context context = Context.root();
    try {
      context = Context.current();
      listener.onStart(site);
    } catch (Throwable failure) {
      TracingFailures.swallow("calling a listener", failure);
    }
    return context;
  }

  final long elapsedNanos() {
    return System.nanoTime() - startNanos;
  }

  /** Reports the end of the call. A custom deferred result may complete twice: the first counts. */
  final void end(CallListener.Outcome outcome, @Nullable Throwable error, long elapsedNanos) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    try {
      ended(outcome, error, elapsedNanos);
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
  void ended(CallListener.Outcome outcome, @Nullable Throwable error, long elapsedNanos) {}
}
