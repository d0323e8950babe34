package io.spanloom.runtime.woven;

import io.opentelemetry.context.Context;
import io.spanloom.runtime.spi.CallListener;
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

  /** Reports the start of a call whose span, if any, is current. */
  static ObservedCall start(CallListener listener, SiteInfo site) {
    Context context = Context.root();
    try {
      context = Context.current();
      listener.onStart(site);
    } catch (Throwable failure) {
      TracingFailures.swallow("calling a listener", failure);
    }
    return new ObservedCall(listener, site, context, System.nanoTime());
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
