package io.spanloom.telemetry.http;

import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.Instrumenter;
import io.spanloom.telemetry.library.InstrumentationFailures;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The running span of a request that a client sends.
 *
 * @param instrumenter ends the span
 * @param context the context of the span
 * @param request the request as the program built it
 * @param tracedRequest the request to send, with the propagation headers
 */
record ClientRequestSpan(
    Instrumenter<HttpRequest, HttpResponse<?>> instrumenter,
    Context context,
    HttpRequest request,
    HttpRequest tracedRequest) {

  /** Ends the span with the cause of a {@link CompletionException} instead of the wrapper. */
  void end(@Nullable HttpResponse<?> response, @Nullable Throwable error) {
    try {
      boolean wrapped = error instanceof CompletionException && error.getCause() != null;
      instrumenter.end(
          context, request, response, wrapped && error != null ? error.getCause() : error);
    } catch (RuntimeException | LinkageError failure) {
      InstrumentationFailures.logOnce("Ending a client span", failure);
    }
  }
}
