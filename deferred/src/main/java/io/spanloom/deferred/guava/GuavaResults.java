package io.spanloom.deferred.guava;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.spanloom.deferred.DeferredSpan;
import org.jspecify.annotations.Nullable;

/** Observes the results of Guava. */
public final class GuavaResults {

  private GuavaResults() {}

  /**
   * Ends a span when a {@code ListenableFuture} completes, on the thread that completes it.
   *
   * @param <T> the type of the value
   * @param result the result of a traced method
   * @param span the span of the call
   */
  public static <T> void listenableFuture(
      ListenableFuture<T> result, DeferredSpan<? super T> span) {
    Futures.addCallback(result, new SpanEndingCallback<T>(span), MoreExecutors.directExecutor());
  }

  private record SpanEndingCallback<T>(DeferredSpan<? super T> span) implements FutureCallback<T> {

    @Override
    public void onSuccess(@Nullable T value) {
      span.complete(value);
    }

    @Override
    public void onFailure(Throwable error) {
      span.fail(error);
    }
  }
}
