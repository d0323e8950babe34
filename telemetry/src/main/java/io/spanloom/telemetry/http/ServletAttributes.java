package io.spanloom.telemetry.http;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of a server span from a servlet request. */
final class ServletAttributes extends ServerAttributes<HttpServletRequest, HttpServletResponse> {

  /** Catch-all mappings, which carry no information about the route. */
  private static final Set<String> ALL_PATHS = Set.of("", "/", "/*");

  @Override
  public String getHttpRequestMethod(HttpServletRequest request) {
    return request.getMethod();
  }

  @Override
  public List<String> getHttpRequestHeader(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }

  /** Returns 500 after an exception, as the container will, unless the response is committed. */
  @Override
  public @Nullable Integer getHttpResponseStatusCode(
      HttpServletRequest request,
      @Nullable HttpServletResponse response,
      @Nullable Throwable error) {
    if (response == null) {
      return null;
    }
    return error != null && !response.isCommitted()
        ? Integer.valueOf(HttpServletResponse.SC_INTERNAL_SERVER_ERROR)
        : Integer.valueOf(response.getStatus());
  }

  @Override
  public List<String> getHttpResponseHeader(
      HttpServletRequest request, @Nullable HttpServletResponse response, String name) {
    return response == null ? List.of() : List.copyOf(response.getHeaders(name));
  }

  @Override
  public String getUrlScheme(HttpServletRequest request) {
    return request.getScheme();
  }

  @Override
  public String getUrlPath(HttpServletRequest request) {
    return request.getRequestURI();
  }

  @Override
  @Nullable String query(HttpServletRequest request) {
    return request.getQueryString();
  }

  @Override
  public @Nullable String getHttpRoute(HttpServletRequest request) {
    HttpServletMapping mapping = request.getHttpServletMapping();
    String pattern = mapping == null ? "" : mapping.getPattern();
    return ALL_PATHS.contains(pattern) ? null : request.getContextPath() + pattern;
  }

  @Override
  String protocol(HttpServletRequest request) {
    return request.getProtocol();
  }

  @Override
  public @Nullable String getNetworkPeerAddress(
      HttpServletRequest request, @Nullable HttpServletResponse response) {
    return request.getRemoteAddr();
  }

  @Override
  public Integer getNetworkPeerPort(
      HttpServletRequest request, @Nullable HttpServletResponse response) {
    return request.getRemotePort();
  }
}
