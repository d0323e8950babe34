package io.spanloom.telemetry.http;

import io.opentelemetry.instrumentation.api.semconv.http.HttpServerAttributesGetter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the spans of requests to all servers have in common.
 *
 * @param <Q> the type of requests
 * @param <S> the type of responses
 */
abstract class ServerAttributes<Q, S> implements HttpServerAttributesGetter<Q, S> {

  /** Returns the protocol of a request, such as {@code HTTP/1.1}. */
  abstract String protocol(Q request);

  /** Returns what stands behind the question mark of a request's address, or null. */
  abstract @Nullable String query(Q request);

  @Override
  public final @Nullable String getUrlQuery(Q request) {
    return UrlRedactor.query(query(request));
  }

  @Override
  public final @Nullable String getNetworkProtocolName(Q request, @Nullable S response) {
    return part(request, 0);
  }

  @Override
  public final @Nullable String getNetworkProtocolVersion(Q request, @Nullable S response) {
    return part(request, 1);
  }

  private @Nullable String part(Q request, int index) {
    String[] parts = protocol(request).split("/", 2);
    return parts.length == 2 ? parts[index].toLowerCase(Locale.ROOT) : null;
  }
}
