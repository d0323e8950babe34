package io.spanloom.runtime.woven;

import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.SiteInfo;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A call whose start was reported to a listener, and whose end is reported once. Never throws. */
final class ObservedCall {

  private final CallListener listener;
  private final SiteInfo site;
  private final long startNanos;
  private final AtomicBoolean ended = new AtomicBoolean();

  private ObservedCall(CallListener listener, SiteInfo site, long startNanos) {
    this.listener = listener;
    this.site = site;
    this.startNanos = startNanos;
  }

  static ObservedCall start(CallListener listener, SiteInfo site) {
    try {
      listener.onStart(site);
    } catch (Throwable failure) {
      TracingFailures.swallow("calling a listener", failure);
    }
    return new ObservedCall(listener, site, System.nanoTime());
  }

  long elapsedNanos() {
    return System.nanoTime() - startNanos;
  }

  /** Reports the end of the call. A custom deferred result may complete twice: the first counts. */
  void end(CallListener.Outcome outcome, @Nullable Throwable error, long elapsedNanos) {
    try {
      if (ended.compareAndSet(false, true)) {
        listener.onEnd(site, outcome, error, elapsedNanos);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("calling a listener", failure);
    }
  }
}
