package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
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

  private final SpanSite spanSite;
  private final SpanTemplate template;

  SubscribableCall(SpanSite site, ActiveCallStack stack, SpanTemplate template) {
    super(site, stack, null, null, null);
    this.spanSite = site;
    this.template = template;
  }

  @Override
  boolean isObserved() {
    return true;
  }

  @Override
  <T> DeferredSpans<T> spans(@Nullable ResultAttributes<? super T> attributes) {
    SpanSite started = spanSite;
    SpanTemplate settings = template;
    return subscriber -> start(started, settings, subscriber, attributes);
  }

  private static <T> DeferredSpan<T> start(
      SpanSite site,
      SpanTemplate template,
      @Nullable Context subscriber,
      @Nullable ResultAttributes<? super T> attributes) {
    Context parent = Context.root();
    try {
      AiResult request = template.ai();
      AiResult ai = request == null ? null : request.ofSameRequest();
      parent = AiContext.in(template.parent(subscriber), ai);
      Span span = SpanStarter.startNow(site, parent, template, null);
      Context context = span == null ? parent : parent.with(span);
      return new DeferredEnd<>(
          site, context, span, ai, ObservedCall.start(site, context), attributes);
    } catch (Throwable failure) {
      TracingFailures.swallow("starting a span", failure);
      return new DeferredEnd<>(site, parent, null, null, null, null);
    }
  }

  @Override
  void end(Outcome outcome, @Nullable Throwable error) {
    Context parent = AiContext.in(template.parentOfCall(), template.ai());
    Span span = SpanStarter.startNow(spanSite, parent, template, template.calledAt());
    Context context = span == null ? parent : parent.with(span);
    spanSite.finish(span, template.ai(), ObservedCall.start(spanSite, context), outcome, error);
  }
}
