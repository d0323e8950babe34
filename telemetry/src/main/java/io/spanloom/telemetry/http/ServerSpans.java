package io.spanloom.telemetry.http;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.instrumentation.api.instrumenter.Instrumenter;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerAttributesExtractor;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerAttributesGetter;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerMetrics;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRoute;
import io.opentelemetry.instrumentation.api.semconv.http.HttpSpanNameExtractor;
import io.opentelemetry.instrumentation.api.semconv.http.HttpSpanStatusExtractor;
import io.spanloom.telemetry.identity.IdentityExtractor;
import io.spanloom.telemetry.identity.RequestIdentity;
import io.spanloom.telemetry.library.InstrumentationFailures;
import io.spanloom.telemetry.library.LazyInstrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Starts server spans that follow the semantic conventions for HTTP and carry the request's
 * identity.
 *
 * @param <Q> the request type
 * @param <S> the response type
 */
final class ServerSpans<Q, S> {

  private final IdentityExtractor<Q> identities;
  private final LazyInstrumentation<Instrumenter<Q, S>> instrumenter;

  /**
   * Creates a source of server spans.
   *
   * @param attributes reads the span's attributes
   * @param headers reads the request's headers
   * @param openTelemetry the OpenTelemetry to use, or null for the global one
   */
  ServerSpans(
      HttpServerAttributesGetter<Q, S> attributes,
      TextMapGetter<Q> headers,
      @Nullable OpenTelemetry openTelemetry) {
    identities = new IdentityExtractor<>(headers);
    instrumenter =
        new LazyInstrumentation<>(
            "HTTP server",
            openTelemetry,
            registered -> instrumenter(registered, attributes, headers));
  }

  private Instrumenter<Q, S> instrumenter(
      OpenTelemetry openTelemetry,
      HttpServerAttributesGetter<Q, S> attributes,
      TextMapGetter<Q> headers) {
    return Instrumenter.<Q, S>builder(
            openTelemetry, HttpScope.NAME, HttpSpanNameExtractor.create(attributes))
        .setSpanStatusExtractor(HttpSpanStatusExtractor.create(attributes))
        .addAttributesExtractor(HttpServerAttributesExtractor.create(attributes))
        .addContextCustomizer(HttpServerRoute.create(attributes))
        .addContextCustomizer((context, request, start) -> identities.identify(context, request))
        .addOperationMetrics(HttpServerMetrics.get())
        .buildServerInstrumenter(headers);
  }

  /** Returns the extractor of request identities, for its configuration. */
  IdentityExtractor<Q> identities() {
    return identities;
  }

  /**
   * Starts the span of a request.
   *
   * @param request the request to handle
   * @return the request's span, which does nothing if tracing is off, if an agent already traces
   *     the request, or if starting a span failed
   */
  ServerRequestSpan<Q, S> start(Q request) {
    Context parent = Context.current();
    try {
      Instrumenter<Q, S> active = instrumenter.get();
      if (active != null && !active.shouldStart(parent, request)) {
        active = null;
      }
      Context context =
          active == null ? identities.identify(parent, request) : active.start(parent, request);
      RequestIdentity identity = RequestIdentity.of(context);
      if (identity != null) {
        identity.attachTo(Span.fromContext(context));
      }
      return new ServerRequestSpan<>(active, context, request);
    } catch (RuntimeException | LinkageError failure) {
      InstrumentationFailures.logOnce("Starting a server span", failure);
      return new ServerRequestSpan<>(null, parent, request);
    }
  }
}
