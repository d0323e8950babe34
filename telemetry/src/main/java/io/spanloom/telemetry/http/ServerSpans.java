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
 * Starts the spans of requests to a server, by the semantic conventions for HTTP, with the
 * identities of the requests.
 *
 * @param <Q> the type of requests
 * @param <S> the type of responses
 */
final class ServerSpans<Q, S> {

  private final IdentityExtractor<Q> rules;
  private final LazyInstrumentation<Instrumenter<Q, S>> instrumenter;

  /**
   * Makes spans.
   *
   * @param attributes reads what the spans say
   * @param headers reads the headers of a request
   * @param given what to make spans with, or null for the global one
   */
  ServerSpans(
      HttpServerAttributesGetter<Q, S> attributes,
      TextMapGetter<Q> headers,
      @Nullable OpenTelemetry given) {
    rules = new IdentityExtractor<>(headers);
    instrumenter =
        new LazyInstrumentation<>(
            given, openTelemetry -> instrumenter(openTelemetry, attributes, headers));
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
        .addContextCustomizer((context, request, start) -> rules.identify(context, request))
        .addOperationMetrics(HttpServerMetrics.get())
        .buildServerInstrumenter(headers);
  }

  /** Where identities are read from. */
  IdentityExtractor<Q> rules() {
    return rules;
  }

  /**
   * Starts the span of a request.
   *
   * @param request a request that begins
   * @return what is to be ended; it has no span where none is wanted, where an agent has made it
   *     already, or where making it failed
   */
  ServedRequest<Q, S> start(Q request) {
    Context parent = Context.current();
    try {
      Instrumenter<Q, S> maker = instrumenter.get();
      boolean ours = maker != null && maker.shouldStart(parent, request);
      Context context =
          maker != null && ours ? maker.start(parent, request) : rules.identify(parent, request);
      RequestIdentity identity = RequestIdentity.of(context);
      if (identity != null) {
        identity.isOf(Span.fromContext(context));
      }
      return new ServedRequest<>(ours ? maker : null, context, request);
    } catch (RuntimeException | LinkageError failure) {
      InstrumentationFailures.swallow("Starting the span of a request", failure);
      return new ServedRequest<>(null, parent, request);
    }
  }
}
