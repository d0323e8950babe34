package io.spanloom.telemetry.http;

import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.Instrumenter;
import io.spanloom.telemetry.identity.RequestIdentity;
import io.spanloom.telemetry.identity.RequestIdentity.Kind;
import io.spanloom.telemetry.library.InstrumentationFailures;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A request that is being served, until it is ended for the first time. Safe for many threads.
 *
 * @param <Q> the type of requests
 * @param <S> the type of responses
 */
final class ServedRequest<Q, S> {

  private final @Nullable Instrumenter<Q, S> instrumenter;
  private final Context context;
  private final Q request;
  private final AtomicBoolean ended = new AtomicBoolean();

  ServedRequest(@Nullable Instrumenter<Q, S> instrumenter, Context context, Q request) {
    this.instrumenter = instrumenter;
    this.context = context;
    this.request = request;
  }

  /** What to serve the request in. */
  Context context() {
    return context;
  }

  /** The id to tell the caller. */
  @Nullable String id() {
    RequestIdentity identity = RequestIdentity.of(context);
    return identity == null ? null : identity.get(Kind.REQUEST);
  }

  /**
   * Ends the span, unless it has ended.
   *
   * @param response the response as it went out, or null
   * @param error what the server threw, or null
   */
  void end(@Nullable S response, @Nullable Throwable error) {
    if (instrumenter != null && ended.compareAndSet(false, true)) {
      try {
        instrumenter.end(context, request, response, error);
      } catch (RuntimeException | LinkageError failure) {
        InstrumentationFailures.swallow("Ending the span of a request", failure);
      }
    }
  }
}
