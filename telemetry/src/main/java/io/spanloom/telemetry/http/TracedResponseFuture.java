package io.spanloom.telemetry.http;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/**
 * A future that completes like that of a client, once the span of the request has ended. The
 * client's own future would run the caller's dependents first, because those that were added last
 * come first. Cancelling this future cancels the exchange.
 *
 * @param <R> the type of the response
 */
final class TracedResponseFuture<R extends HttpResponse<?>> extends CompletableFuture<R> {

  private final CompletableFuture<R> exchange;

  private TracedResponseFuture(CompletableFuture<R> exchange) {
    this.exchange = exchange;
  }

  static <R extends HttpResponse<?>> TracedResponseFuture<R> of(
      CompletableFuture<R> exchange, ClientRequestSpan span) {
    TracedResponseFuture<R> traced = new TracedResponseFuture<>(exchange);
    var unused =
        exchange.whenComplete(
            (response, error) -> {
              span.end(response, error);
              if (error == null) {
                traced.complete(response);
              } else {
                traced.completeExceptionally(error);
              }
            });
    return traced;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    exchange.cancel(mayInterruptIfRunning);
    return super.cancel(mayInterruptIfRunning);
  }
}
