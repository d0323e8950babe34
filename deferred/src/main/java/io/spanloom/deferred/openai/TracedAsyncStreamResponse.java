package io.spanloom.deferred.openai;

import com.openai.core.http.AsyncStreamResponse;
import io.spanloom.deferred.DeferredSpan;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A response that ends a span with its last chunk, with its failure, or when it is closed. */
final class TracedAsyncStreamResponse<T> implements AsyncStreamResponse<T> {

  private final AsyncStreamResponse<T> source;
  private final DeferredSpan<? super T> span;

  TracedAsyncStreamResponse(AsyncStreamResponse<T> source, DeferredSpan<? super T> span) {
    this.source = source;
    this.span = span;
    // The request may fail although no handler subscribes.
    CompletableFuture<Void> unused =
        source
            .onCompleteFuture()
            .whenComplete((none, error) -> end(span, Optional.ofNullable(error)));
  }

  private static void end(DeferredSpan<?> span, Optional<Throwable> error) {
    error.ifPresentOrElse(span::fail, () -> span.complete(null));
  }

  /** A handler that reports each chunk, and the end. */
  private record ReportingHandler<T>(Handler<? super T> next, DeferredSpan<? super T> span)
      implements Handler<T> {

    @Override
    public void onNext(T chunk) {
      span.next(chunk);
      next.onNext(chunk);
    }

    @Override
    public void onComplete(Optional<Throwable> error) {
      end(span, error);
      next.onComplete(error);
    }
  }

  @Override
  public AsyncStreamResponse<T> subscribe(Handler<? super T> handler) {
    source.subscribe(new ReportingHandler<>(handler, span));
    return this;
  }

  @Override
  public AsyncStreamResponse<T> subscribe(Handler<? super T> handler, Executor executor) {
    source.subscribe(new ReportingHandler<>(handler, span), executor);
    return this;
  }

  @Override
  public CompletableFuture<Void> onCompleteFuture() {
    return source.onCompleteFuture();
  }

  @Override
  public void close() {
    span.cancel();
    source.close();
  }
}
