package io.spanloom.telemetry.http;

import io.opentelemetry.instrumentation.api.semconv.http.HttpServerAttributesGetter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attributes that the spans of all HTTP servers share.
 *
 * @param <Q> the request type
 * @param <S> the response type
 */
abstract class ServerAttributes<Q, S> implements HttpServerAttributesGetter<Q, S> {

  /** Returns the request's protocol, such as {@code HTTP/1.1}. */
  abstract String protocol(Q request);

  /** Returns the request's raw query string, or null if absent. */
  abstract @Nullable String query(Q request);

  @Override
  public final @Nullable String getUrlQuery(Q request) {
    return UrlRedactor.query(query(request));
  }

  @Override
  public final @Nullable String getNetworkProtocolName(Q request, @Nullable S response) {
    return protocolPart(request, 0);
  }

  @Override
  public final @Nullable String getNetworkProtocolVersion(Q request, @Nullable S response) {
    return protocolPart(request, 1);
  }

  private @Nullable String protocolPart(Q request, int index) {
    String[] parts = protocol(request).split("/", 2);
    return parts.length == 2 ? parts[index].toLowerCase(Locale.ROOT) : null;
  }
}
