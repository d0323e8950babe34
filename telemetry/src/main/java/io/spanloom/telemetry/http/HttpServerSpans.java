package io.spanloom.telemetry.http;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Scope;
import io.spanloom.telemetry.identity.IdentityExtractor;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A SERVER span for each request to a {@code com.sun.net.httpserver.HttpServer}, by the semantic
 * conventions for HTTP: {@code context.getFilters().add(new HttpServerSpans())}. It ends when the
 * handler returns. Safe for many threads; the methods are for the time before it serves.
 */
public final class HttpServerSpans extends Filter {

  private final ServerSpans<HttpExchange, HttpExchange> spans;

  /** Makes a filter; may be called before the SDK is started, until then nothing is traced. */
  public HttpServerSpans() {
    this(null);
  }

  HttpServerSpans(@Nullable OpenTelemetry given) {
    spans = new ServerSpans<>(new ExchangeAttributes(), new ExchangeHeaders(), given);
  }

  /**
   * Says which user a request belongs to.
   *
   * @param id reads the user's id from a request, null for none; of what it throws nothing is seen
   * @return this
   */
  public HttpServerSpans user(Function<? super HttpExchange, @Nullable String> id) {
    spans.rules().user(id);
    return this;
  }

  /**
   * Says which session a request belongs to; a digest of its id is recorded.
   *
   * @param id reads the session's id from a request, null for none; of what it throws nothing is
   *     seen
   * @return this
   */
  public HttpServerSpans session(Function<? super HttpExchange, @Nullable String> id) {
    spans.rules().session(id);
    return this;
  }

  /**
   * Believes callers, by their baggage, who a request belongs to; for services that only one's own
   * can reach.
   *
   * @return this
   */
  public HttpServerSpans trustInboundBaggage() {
    spans.rules().trustCallers();
    return this;
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    ServedRequest<HttpExchange, HttpExchange> served = spans.start(exchange);
    String id = served.id();
    if (id != null) {
      exchange.getResponseHeaders().set(IdentityExtractor.REQUEST_ID_HEADER, id);
    }
    Scope scope = served.context().makeCurrent();
    try {
      chain.doFilter(exchange);
    } catch (Throwable error) {
      served.end(exchange, error);
      throw error;
    } finally {
      scope.close();
      served.end(exchange, null);
    }
  }

  @Override
  public String description() {
    return "spans of requests";
  }
}
