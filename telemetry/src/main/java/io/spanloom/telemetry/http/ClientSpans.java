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

/** Starts the spans of requests that are sent. */
final class ClientSpans {

  private record Maker(
      Instrumenter<HttpRequest, HttpResponse<?>> instrumenter, TextMapPropagator propagator) {}

  private final Predicate<URI> propagateIdentityTo;
  private final LazyInstrumentation<Maker> maker;

  /**
   * Makes spans.
   *
   * @param propagateIdentityTo which servers are told who the current request belongs to
   * @param given what to make spans with, or null for the global one
   */
  ClientSpans(Predicate<URI> propagateIdentityTo, @Nullable OpenTelemetry given) {
    this.propagateIdentityTo = propagateIdentityTo;
    maker =
        new LazyInstrumentation<>(
            given,
            openTelemetry ->
                new Maker(
                    instrumenter(openTelemetry),
                    openTelemetry.getPropagators().getTextMapPropagator()));
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
   * @param request what the program sends
   * @return what is to be sent in its place, or null where there is no span
   */
  @Nullable SentRequest start(HttpRequest request) {
    Context parent = Context.current();
    try {
      Maker known = maker.get();
      if (known == null || !known.instrumenter.shouldStart(parent, request)) {
        return null;
      }
      Context context = known.instrumenter.start(parent, request);
      return new SentRequest(
          known.instrumenter, context, request, carrying(known.propagator, context, request));
    } catch (RuntimeException | LinkageError failure) {
      InstrumentationFailures.swallow("Starting the span of a request that is sent", failure);
      return null;
    }
  }

  private HttpRequest carrying(TextMapPropagator propagator, Context context, HttpRequest request) {
    try {
      Map<String, String> headers = new HashMap<>();
      propagator.inject(told(context, request.uri()), headers, Map::put);
      HttpRequest.Builder result = HttpRequest.newBuilder(request, (name, value) -> true);
      headers.forEach(result::setHeader);
      return result.build();
    } catch (RuntimeException | LinkageError failure) {
      InstrumentationFailures.swallow("Telling a server of the trace", failure);
      return request;
    }
  }

  private Context told(Context context, URI uri) {
    RequestIdentity identity = RequestIdentity.of(context);
    return identity != null && propagateIdentityTo.test(uri)
        ? context.with(identity.addedTo(Baggage.fromContext(context)))
        : context;
  }
}
