package io.spanloom.runtime.woven;

import io.opentelemetry.context.Context;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.runtime.spi.CallListener.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A call whose result starts a span with each subscription. The call itself has no span, unless it
 * fails or returns no result to subscribe to.
 */
final class SubscribableCall extends ActiveCall {

  private final SpanTemplate template;

  SubscribableCall(TracedSite site, ActiveCallStack stack, SpanTemplate template) {
    super(site, stack, null, null, null);
    this.template = template;
  }

  @Override
  boolean isObserved() {
    return true;
  }

  @Override
  <T> DeferredSpans<T> spans(@Nullable ResultAttributes<? super T> attributes) {
    TracedSite started = site;
    SpanTemplate settings = template;
    return subscriber -> start(started, settings, subscriber, attributes);
  }

  private static <T> DeferredSpan<T> start(
      TracedSite site,
      SpanTemplate template,
      @Nullable Context subscriber,
      @Nullable ResultAttributes<? super T> attributes) {
    Context parent = Context.root();
    try {
      parent = template.parent(subscriber);
      ActiveCall call = template.subscribe(parent);
      if (call != null) {
        return call.deferDetached(attributes);
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("starting a span", failure);
    }
    return new DeferredEnd<>(
        site, parent, null, null, ObservedCall.start(site, parent), attributes);
  }

  @Override
  void end(Outcome outcome, @Nullable Throwable error) {
    ActiveCall call = template.call();
    if (call != null) {
      call.end(outcome, error);
    }
  }
}
