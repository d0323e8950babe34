package io.spanloom.telemetry.http;

import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Reads the headers of a servlet request. */
final class ServletHeaders implements TextMapGetter<HttpServletRequest> {

  @Override
  public Iterable<String> keys(HttpServletRequest request) {
    return Collections.list(request.getHeaderNames());
  }

  @Override
  public @Nullable String get(@Nullable HttpServletRequest request, String name) {
    return request == null ? null : request.getHeader(name);
  }

  @Override
  public Iterator<String> getAll(@Nullable HttpServletRequest request, String name) {
    return request == null ? Collections.emptyIterator() : request.getHeaders(name).asIterator();
  }
}
