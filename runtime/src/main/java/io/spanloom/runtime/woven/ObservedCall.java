package io.spanloom.runtime.woven;

import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.CallListeners;
import io.spanloom.runtime.spi.SiteInfo;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A call whose start was reported to a listener, and whose end is reported once. Never throws. */
final class ObservedCall {

  private final CallListener listener;
  private final SiteInfo site;
  private final Context context;
  private final long startNanos;
  private final AtomicBoolean ended = new AtomicBoolean();

  private ObservedCall(CallListener listener, SiteInfo site, Context context, long startNanos) {
    this.listener = listener;
    this.site = site;
    this.context = context;
    this.startNanos = startNanos;
  }

  /** Reports the start of a call in the context that contains its span, if any. */
  static ObservedCall start(CallListener listener, SiteInfo site, Context context) {
    try {
      listener.onStart(site);
    } catch (Throwable failure) {
      TracingFailures.swallow("calling a listener", failure);
    }
    return new ObservedCall(listener, site, context, System.nanoTime());
  }

  /** Reports the start of a call, if there is a listener and the site is switched on. */
  static @Nullable ObservedCall start(TracedSite site, Context context) {
    CallListener listener = CallListeners.get();
    return listener == null || !site.isOn() ? null : start(listener, site.info(), context);
  }

  long elapsedNanos() {
    return System.nanoTime() - startNanos;
  }

  /** Reports the end of the call. A custom deferred result may complete twice: the first counts. */
  void end(CallListener.Outcome outcome, @Nullable Throwable error, long elapsedNanos) {
    try {
      if (ended.compareAndSet(false, true)) {
        listener.onEnd(site, outcome, error, elapsedNanos, context);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("calling a listener", failure);
    }
  }
}
