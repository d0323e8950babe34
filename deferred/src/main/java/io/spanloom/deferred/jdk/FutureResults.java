package io.spanloom.deferred.jdk;

import io.spanloom.deferred.DeferredSpan;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Observes the JDK's {@code Future}, which has no callbacks. */
public final class FutureResults {

  private FutureResults() {}

  /**
   * Ends a span when a {@code Future} completes, if the object is also a {@code CompletionStage}.
   * The completion of any other future cannot be observed: its span ends now, with the value or the
   * exception of the future if that is already done.
   *
   * @param <T> the type of the value
   * @param result the result of a traced method
   * @param span the span of the call
   */
  public static <T> void future(Future<T> result, DeferredSpan<? super T> span) {
    if (result instanceof CompletionStage<?> stage) {
      @SuppressWarnings("unchecked") // an object is a future and a stage of the same value
      CompletionStage<T> typed = (CompletionStage<T>) stage;
      typed.whenComplete(
          (value, error) -> {
            if (error == null) {
              span.complete(value);
            } else {
              span.fail(error);
            }
          });
    } else if (result.isDone()) {
      endDone(result, span);
    } else {
      span.complete(null);
    }
  }

  private static <T> void endDone(Future<T> result, DeferredSpan<? super T> span) {
    try {
      span.complete(result.get());
    } catch (CancellationException cancelled) {
      span.cancel();
    } catch (ExecutionException failure) {
      span.fail(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      span.complete(null);
    }
  }
}
