package io.spanloom.telemetry.http;

import com.sun.net.httpserver.HttpExchange;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the headers of a request to the JDK's HTTP server. */
final class ExchangeHeaders implements TextMapGetter<HttpExchange> {

  @Override
  public Iterable<String> keys(HttpExchange exchange) {
    return exchange.getRequestHeaders().keySet();
  }

  @Override
  public @Nullable String get(@Nullable HttpExchange exchange, String name) {
    return exchange == null ? null : exchange.getRequestHeaders().getFirst(name);
  }

  @Override
  public Iterator<String> getAll(@Nullable HttpExchange exchange, String name) {
    List<String> values = exchange == null ? null : exchange.getRequestHeaders().get(name);
    return (values == null ? List.<String>of() : values).iterator();
  }
}
