package io.spanloom.telemetry.http;

import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.Instrumenter;
import io.spanloom.telemetry.library.InstrumentationFailures;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way.
 *
 * @param instrumenter ends its span
 * @param context has its span
 * @param request what the program sends
 * @param carrying the same with the headers that carry the trace
 */
record SentRequest(
    Instrumenter<HttpRequest, HttpResponse<?>> instrumenter,
    Context context,
    HttpRequest request,
    HttpRequest carrying) {

  /** Ends the span when the response is there, or is not to be. */
  <R extends HttpResponse<?>> void endWith(@Nullable CompletionStage<R> response) {
    if (response == null) { // of a client that a test made up
      end(null, null);
    } else {
      response.whenComplete(this::end);
    }
  }

  /** Ends the span. */
  void end(@Nullable HttpResponse<?> response, @Nullable Throwable error) {
    try {
      boolean wrapped = error instanceof CompletionException && error.getCause() != null;
      instrumenter.end(
          context, request, response, wrapped && error != null ? error.getCause() : error);
    } catch (RuntimeException | LinkageError failure) {
      InstrumentationFailures.swallow("Ending the span of a request that is sent", failure);
    }
  }
}
