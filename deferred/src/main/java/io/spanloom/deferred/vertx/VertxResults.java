package io.spanloom.deferred.vertx;

import io.spanloom.deferred.DeferredSpan;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;

/** Observes the results of Vert.x. Uses only methods that versions 4 and 5 have in common. */
public final class VertxResults {

  private VertxResults() {}

  /**
   * Ends a span when a {@code Future} completes, on the thread on which Vert.x calls its handlers.
   *
   * @param <T> the type of the value
   * @param result the result of a traced method
   * @param span the span of the call
   */
  public static <T> void future(Future<T> result, DeferredSpan<? super T> span) {
    Handler<AsyncResult<T>> end =
        done -> {
          if (done.succeeded()) {
            span.complete(done.result());
          } else {
            span.fail(done.cause());
          }
        };
    result.onComplete(end);
  }
}
