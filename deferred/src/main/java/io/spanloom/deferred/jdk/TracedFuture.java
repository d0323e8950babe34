package io.spanloom.deferred.jdk;

import io.spanloom.deferred.DeferredStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** A future that completes with the traced stream of another stage, or fails as that does. */
final class TracedFuture<S> extends CompletableFuture<S> {

  private final CompletionStage<S> source;

  TracedFuture(CompletionStage<S> source, DeferredStream span) {
    this.source = source;
    CompletableFuture<S> unusedEnd =
        whenComplete(
            (stream, error) -> {
              if (error != null) {
                span.fail(error);
              }
            });
    CompletionStage<S> unusedSource =
        source.whenComplete(
            (stream, error) -> {
              if (error != null) {
                completeExceptionally(error);
              } else if (isDone()) {
                span.complete(); // the program has completed this future
              } else {
                complete(span.deliver(stream));
              }
            });
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (source instanceof Future<?> future) {
      future.cancel(mayInterruptIfRunning);
    }
    return super.cancel(mayInterruptIfRunning);
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return source instanceof CompletableFuture<S> future
        ? future.newIncompleteFuture()
        : super.newIncompleteFuture();
  }

  @Override
  public Executor defaultExecutor() {
    return source instanceof CompletableFuture<S> future
        ? future.defaultExecutor()
        : super.defaultExecutor();
  }
}
