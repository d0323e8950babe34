package io.spanloom.telemetry.http;

import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.Instrumenter;
import io.spanloom.telemetry.identity.RequestIdentity;
import io.spanloom.telemetry.identity.RequestIdentity.Kind;
import io.spanloom.telemetry.library.InstrumentationFailures;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The span of a request that a server handles; only the first call ends it. Thread-safe.
 *
 * @param <Q> the request type
 * @param <S> the response type
 */
final class ServerRequestSpan<Q, S> {

  private final @Nullable Instrumenter<Q, S> instrumenter;
  private final Context context;
  private final Q request;
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * Creates the span of a request.
   *
   * @param instrumenter ends the span, or null if there is no span to end
   * @param context the context in which to handle the request
   * @param request the request
   */
  ServerRequestSpan(@Nullable Instrumenter<Q, S> instrumenter, Context context, Q request) {
    this.instrumenter = instrumenter;
    this.context = context;
    this.request = request;
  }

  /** Returns the context in which to handle the request. */
  Context context() {
    return context;
  }

  /** Returns the request ID to send to the caller, or null if the request has no identity. */
  @Nullable String requestId() {
    RequestIdentity identity = RequestIdentity.of(context);
    return identity == null ? null : identity.get(Kind.REQUEST);
  }

  /**
   * Ends the span, unless it has ended already.
   *
   * @param response the response, or null if unknown
   * @param error the exception that the handler threw, or null
   */
  void end(@Nullable S response, @Nullable Throwable error) {
    if (instrumenter != null && ended.compareAndSet(false, true)) {
      try {
        instrumenter.end(context, request, response, error);
      } catch (RuntimeException | LinkageError failure) {
        InstrumentationFailures.logOnce("Ending a server span", failure);
      }
    }
  }
}
