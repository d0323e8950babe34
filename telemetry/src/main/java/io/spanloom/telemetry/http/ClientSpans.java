package io.spanloom.telemetry.http;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.instrumentation.api.instrumenter.Instrumenter;
import io.opentelemetry.instrumentation.api.instrumenter.SpanKindExtractor;
import io.opentelemetry.instrumentation.api.semconv.http.HttpClientAttributesExtractor;
import io.opentelemetry.instrumentation.api.semconv.http.HttpClientMetrics;
import io.opentelemetry.instrumentation.api.semconv.http.HttpSpanNameExtractor;
import io.opentelemetry.instrumentation.api.semconv.http.HttpSpanStatusExtractor;
import io.spanloom.telemetry.identity.RequestIdentity;
import io.spanloom.telemetry.library.InstrumentationFailures;
import io.spanloom.telemetry.library.LazyInstrumentation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Starts client spans that follow the semantic conventions for HTTP. */
final class ClientSpans {

  private record Tracing(
      Instrumenter<HttpRequest, HttpResponse<?>> instrumenter, TextMapPropagator propagator) {}

  private final Predicate<URI> propagateIdentityTo;
  private final LazyInstrumentation<Tracing> tracing;

  /**
   * Creates a source of client spans.
   *
   * @param propagateIdentityTo whether to send the current request's identity to a URI
   * @param openTelemetry the OpenTelemetry to use, or null for the global one
   */
  ClientSpans(Predicate<URI> propagateIdentityTo, @Nullable OpenTelemetry openTelemetry) {
    this.propagateIdentityTo = propagateIdentityTo;
    tracing =
        new LazyInstrumentation<>(
            "HTTP client",
            openTelemetry,
            registered ->
                new Tracing(
                    instrumenter(registered), registered.getPropagators().getTextMapPropagator()));
  }

  private static Instrumenter<HttpRequest, HttpResponse<?>> instrumenter(
      OpenTelemetry openTelemetry) {
    ClientAttributes attributes = new ClientAttributes();
    return Instrumenter.<HttpRequest, HttpResponse<?>>builder(
            openTelemetry, HttpScope.NAME, HttpSpanNameExtractor.create(attributes))
        .setSpanStatusExtractor(HttpSpanStatusExtractor.create(attributes))
        .addAttributesExtractor(HttpClientAttributesExtractor.create(attributes))
        .addOperationMetrics(HttpClientMetrics.get())
        .buildInstrumenter(SpanKindExtractor.alwaysClient());
  }

  /**
   * Starts the span of a request.
   *
   * @param request the request as the program built it
   * @return the request's span, or null if the request is not traced
   */
  @Nullable ClientRequestSpan start(HttpRequest request) {
    Context parent = Context.current();
    try {
      Tracing active = tracing.get();
      if (active == null || !active.instrumenter.shouldStart(parent, request)) {
        return null;
      }
      Context context = active.instrumenter.start(parent, request);
      return new ClientRequestSpan(
          active.instrumenter, context, request, withHeaders(active.propagator, context, request));
    } catch (RuntimeException | LinkageError failure) {
      InstrumentationFailures.logOnce("Starting a client span", failure);
      return null;
    }
  }

  private HttpRequest withHeaders(
      TextMapPropagator propagator, Context context, HttpRequest request) {
    try {
      Map<String, String> headers = new HashMap<>();
      propagator.inject(propagatedContext(context, request.uri()), headers, Map::put);
      HttpRequest.Builder builder = HttpRequest.newBuilder(request, (name, value) -> true);
      headers.forEach(builder::setHeader);
      return builder.build();
    } catch (RuntimeException | LinkageError failure) {
      InstrumentationFailures.logOnce("Adding propagation headers to a request", failure);
      return request;
    }
  }

  private Context propagatedContext(Context context, URI uri) {
    RequestIdentity identity = RequestIdentity.of(context);
    return identity != null && propagateIdentityTo.test(uri)
        ? context.with(identity.addTo(Baggage.fromContext(context)))
        : context;
  }
}
