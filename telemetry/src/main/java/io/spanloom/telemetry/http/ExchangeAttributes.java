package io.spanloom.telemetry.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of a server span from a request to the JDK's HTTP server. */
final class ExchangeAttributes extends ServerAttributes<HttpExchange, HttpExchange> {

  @Override
  public String getHttpRequestMethod(HttpExchange exchange) {
    return exchange.getRequestMethod();
  }

  @Override
  public List<String> getHttpRequestHeader(HttpExchange exchange, String name) {
    return values(exchange.getRequestHeaders(), name);
  }

  @Override
  public @Nullable Integer getHttpResponseStatusCode(
      HttpExchange exchange, @Nullable HttpExchange response, @Nullable Throwable error) {
    return exchange.getResponseCode() < 0 ? null : exchange.getResponseCode();
  }

  @Override
  public List<String> getHttpResponseHeader(
      HttpExchange exchange, @Nullable HttpExchange response, String name) {
    return values(exchange.getResponseHeaders(), name);
  }

  private static List<String> values(Headers headers, String name) {
    List<String> values = headers.get(name);
    return values == null ? List.of() : values;
  }

  @Override
  public String getUrlScheme(HttpExchange exchange) {
    return exchange instanceof HttpsExchange ? "https" : "http";
  }

  @Override
  public String getUrlPath(HttpExchange exchange) {
    return exchange.getRequestURI().getRawPath();
  }

  @Override
  @Nullable String query(HttpExchange exchange) {
    return exchange.getRequestURI().getRawQuery();
  }

  /** Returns the path of the handler's context, or null for the catch-all context. */
  @Override
  public @Nullable String getHttpRoute(HttpExchange exchange) {
    String path = exchange.getHttpContext().getPath();
    return path.equals("/") ? null : path;
  }

  @Override
  String protocol(HttpExchange exchange) {
    return exchange.getProtocol();
  }

  @Override
  public @Nullable InetSocketAddress getNetworkPeerInetSocketAddress(
      HttpExchange exchange, @Nullable HttpExchange response) {
    return exchange.getRemoteAddress();
  }
}
