package io.spanloom.deferred.jdk;

import io.spanloom.deferred.DeferredStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A future that completes with the traced stream of another stage, or fails as that does. If the
 * program completes it first, so does the original future.
 */
final class TracedFuture<S> extends CompletableFuture<S> {

  private final CompletionStage<S> source;

  /** The source, or null if it can only be observed, as {@code minimalCompletionStage()} can. */
  private final @Nullable CompletableFuture<S> future;

  /** True once the source or the program has provided the result, which the other one follows. */
  private final AtomicBoolean settled = new AtomicBoolean();

  private final DeferredStream span;

  TracedFuture(CompletionStage<S> source, DeferredStream span) {
    this.source = source;
    this.span = span;
    this.future =
        source instanceof CompletableFuture<S> same && same.toCompletableFuture() == same
            ? same
            : null;
    CompletableFuture<S> unusedEnd =
        whenComplete(
            (stream, error) -> {
              if (settled.compareAndSet(false, true)) {
                completedByProgram(stream, error);
              }
            });
    CompletionStage<S> unusedSource =
        source.whenComplete(
            (stream, error) -> {
              if (settled.compareAndSet(false, true)) {
                completedBySource(stream, error);
              }
            });
  }

  private void completedByProgram(S stream, @Nullable Throwable error) {
    end(error);
    if (future != null) {
      if (error == null) {
        future.complete(stream);
      } else {
        future.completeExceptionally(error);
      }
    }
  }

  private void completedBySource(S stream, @Nullable Throwable error) {
    if (error != null) {
      span.fail(error);
      completeExceptionally(error);
    } else if (!complete(span.deliver(stream))) {
      // The program has completed this future in the meantime, and never sees the stream.
      CompletableFuture<S> unused = whenComplete((other, failure) -> end(failure));
    }
  }

  private void end(@Nullable Throwable error) {
    if (error == null) {
      span.complete();
    } else {
      span.fail(error);
    }
  }

  @Override
  public CompletableFuture<S> toCompletableFuture() {
    return future == null ? minimalCompletionStage().toCompletableFuture() : this;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (future == null) {
      return super.cancel(mayInterruptIfRunning);
    }
    boolean cancelled = future.cancel(mayInterruptIfRunning);
    if (future.isCancelled()) {
      super.cancel(mayInterruptIfRunning); // another thread may still run the source's callback
    }
    return cancelled;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return source instanceof CompletableFuture<S> same
        ? same.newIncompleteFuture()
        : super.newIncompleteFuture();
  }

  @Override
  public Executor defaultExecutor() {
    return source instanceof CompletableFuture<S> same
        ? same.defaultExecutor()
        : super.defaultExecutor();
  }
}
