package io.spanloom.deferred.jdk;

import io.spanloom.deferred.DeferredStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Traces streams that a stage delivers. The span starts with the call, and ends with the stream.
 */
public final class StageResults {

  private StageResults() {}

  /**
   * Returns a future that completes with a traced stream. If the program cancels or completes it,
   * the original one completes in the same way.
   *
   * @param <S> the type of the stream
   * @param result the result of a traced method
   * @param span replaces the stream
   * @return the traced result
   */
  public static <S> CompletableFuture<S> completableFuture(
      CompletableFuture<S> result, DeferredStream span) {
    return new TracedFuture<>(result, span);
  }

  /**
   * Returns a stage that completes with a traced stream. If the original stage is itself a future,
   * so is this one, as {@link #completableFuture} returns it.
   *
   * @param <S> the type of the stream
   * @param result the result of a traced method
   * @param span replaces the stream
   * @return the traced result
   */
  public static <S> CompletionStage<S> completionStage(
      CompletionStage<S> result, DeferredStream span) {
    return new TracedFuture<>(result, span);
  }
}
