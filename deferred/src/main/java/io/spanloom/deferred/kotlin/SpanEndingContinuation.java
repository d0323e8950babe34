package io.spanloom.deferred.kotlin;

import io.spanloom.deferred.DeferredSpan;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;

/** Ends a span when a suspended collection resumes. */
final class SpanEndingContinuation implements Continuation<Unit> {

  private final Continuation<? super Unit> next;
  private final DeferredSpan<?> span;

  SpanEndingContinuation(Continuation<? super Unit> next, DeferredSpan<?> span) {
    this.next = next;
    this.span = span;
  }

  @Override
  public CoroutineContext getContext() {
    return next.getContext();
  }

  @Override
  public void resumeWith(Object result) {
    try {
      ResultKt.throwOnFailure(result);
      span.complete(null);
    } catch (Throwable error) {
      span.fail(error);
    }
    next.resumeWith(result);
  }
}
