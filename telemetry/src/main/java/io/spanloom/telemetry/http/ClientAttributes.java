package io.spanloom.telemetry.http;

import io.opentelemetry.instrumentation.api.semconv.http.HttpClientAttributesGetter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of a client span. */
final class ClientAttributes implements HttpClientAttributesGetter<HttpRequest, HttpResponse<?>> {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  @Override
  public String getHttpRequestMethod(HttpRequest request) {
    return request.method();
  }

  @Override
  public List<String> getHttpRequestHeader(HttpRequest request, String name) {
    return request.headers().allValues(name);
  }

  @Override
  public @Nullable Integer getHttpResponseStatusCode(
      HttpRequest request, @Nullable HttpResponse<?> response, @Nullable Throwable error) {
    return response == null ? null : response.statusCode();
  }

  @Override
  public List<String> getHttpResponseHeader(
      HttpRequest request, @Nullable HttpResponse<?> response, String name) {
    return response == null ? List.of() : response.headers().allValues(name);
  }

  @Override
  public String getUrlFull(HttpRequest request) {
    return UrlRedactor.full(request.uri());
  }

  @Override
  public String getServerAddress(HttpRequest request) {
    return request.uri().getHost();
  }

  @Override
  public Integer getServerPort(HttpRequest request) {
    int port = request.uri().getPort();
    if (port >= 0) {
      return port;
    }
    return "https".equalsIgnoreCase(request.uri().getScheme()) ? HTTPS : HTTP;
  }

  @Override
  public @Nullable String getNetworkProtocolName(
      HttpRequest request, @Nullable HttpResponse<?> response) {
    return response == null ? null : "http";
  }

  @Override
  public @Nullable String getNetworkProtocolVersion(
      HttpRequest request, @Nullable HttpResponse<?> response) {
    if (response == null) {
      return null;
    }
    return response.version() == HttpClient.Version.HTTP_2 ? "2" : "1.1";
  }
}
