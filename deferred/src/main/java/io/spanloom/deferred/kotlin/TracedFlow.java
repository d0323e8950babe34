package io.spanloom.deferred.kotlin;

import io.opentelemetry.context.Scope;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import io.spanloom.deferred.TracedSubscription;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlinx.coroutines.flow.Flow;
import kotlinx.coroutines.flow.FlowCollector;

/**
 * A {@code Flow} that starts a span with each collection. The span is current in the flow, but not
 * in its collector, until the collection first suspends: a flow may not emit in another coroutine
 * context than that of its collector, so the span cannot be added to the coroutine's context.
 */
final class TracedFlow<T> implements Flow<T> {

  private final Flow<T> source;
  private final DeferredSpans<? super T> spans;

  TracedFlow(Flow<T> source, DeferredSpans<? super T> spans) {
    this.source = source;
    this.spans = spans;
  }

  @Override
  public Object collect(
      FlowCollector<? super T> collector, Continuation<? super Unit> continuation) {
    TracedSubscription<? super T> subscription = TracedSubscription.start(spans);
    DeferredSpan<? super T> span = subscription.span();
    Scope inside = subscription.enter();
    try {
      Object result =
          source.collect(
              (value, next) -> {
                span.next(value);
                Scope outside = subscription.leave();
                try {
                  return collector.emit(value, next);
                } finally {
                  outside.close();
                }
              },
              new SpanEndingContinuation(continuation, span));
      if (result != IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
        span.complete(null);
      }
      return result;
    } catch (Throwable error) {
      span.fail(error);
      throw error;
    } finally {
      inside.close();
    }
  }
}
