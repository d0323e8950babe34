package io.spanloom.deferred.kotlin;

import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import kotlin.Unit;
import kotlinx.coroutines.Deferred;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.flow.Flow;

/** Traces the results of Kotlin's coroutines. Suspending functions are not results. */
public final class CoroutineResults {

  private CoroutineResults() {}

  /**
   * Ends a span when a {@code Deferred} completes.
   *
   * @param <T> the type of the value
   * @param result the result of a traced method
   * @param span the span of the call
   */
  public static <T> void deferred(Deferred<? extends T> result, DeferredSpan<? super T> span) {
    result.invokeOnCompletion(
        error -> {
          if (error == null) {
            span.complete(result.getCompleted());
          } else {
            span.fail(error);
          }
          return Unit.INSTANCE;
        });
  }

  /**
   * Ends a span when a {@code Job} completes.
   *
   * @param result the result of a traced method
   * @param span the span of the call
   */
  public static void job(Job result, DeferredSpan<?> span) {
    result.invokeOnCompletion(
        error -> {
          if (error == null) {
            span.complete(null);
          } else {
            span.fail(error);
          }
          return Unit.INSTANCE;
        });
  }

  /**
   * Returns a {@code Flow} that starts a span with each collection.
   *
   * @param <T> the type of the values
   * @param result the result of a traced method
   * @param spans starts the spans
   * @return the traced result
   */
  public static <T> Flow<T> flow(Flow<T> result, DeferredSpans<? super T> spans) {
    return new TracedFlow<>(result, spans);
  }
}
