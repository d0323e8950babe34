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
 * A filter that starts a SERVER span for each request to a {@code
 * com.sun.net.httpserver.HttpServer}, following the semantic conventions for HTTP. Add it with
 * {@code context.getFilters().add(new HttpServerSpans())}. The span ends when the handler returns.
 * Thread-safe; configure it before the server starts.
 */
public final class HttpServerSpans extends Filter {

  private final ServerSpans<HttpExchange, HttpExchange> spans;

  /** Creates a filter, possibly before the SDK starts; requests are not traced until then. */
  public HttpServerSpans() {
    this(null);
  }

  HttpServerSpans(@Nullable OpenTelemetry openTelemetry) {
    spans = new ServerSpans<>(new ExchangeAttributes(), new ExchangeHeaders(), openTelemetry);
  }

  /**
   * Sets how to read the user ID of a request.
   *
   * @param id returns the user ID, or null if unknown; its exceptions are logged, not thrown
   * @return this
   */
  public HttpServerSpans user(Function<? super HttpExchange, @Nullable String> id) {
    spans.identities().user(id);
    return this;
  }

  /**
   * Sets how to read the session ID of a request; spans record only a digest of it.
   *
   * @param id returns the session ID, or null if unknown; its exceptions are logged, not thrown
   * @return this
   */
  public HttpServerSpans session(Function<? super HttpExchange, @Nullable String> id) {
    spans.identities().session(id);
    return this;
  }

  /**
   * Accepts the request, session and user ID in the caller's baggage. Use it only for services that
   * untrusted clients cannot reach.
   *
   * @return this
   */
  public HttpServerSpans trustInboundBaggage() {
    spans.identities().trustInboundBaggage();
    return this;
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    ServerRequestSpan<HttpExchange, HttpExchange> span = spans.start(exchange);
    String requestId = span.requestId();
    if (requestId != null) {
      exchange.getResponseHeaders().set(IdentityExtractor.REQUEST_ID_HEADER, requestId);
    }
    Scope scope = span.context().makeCurrent();
    try {
      chain.doFilter(exchange);
    } catch (Throwable error) {
      span.end(exchange, error);
      throw error;
    } finally {
      scope.close();
      span.end(exchange, null);
    }
  }

  @Override
  public String description() {
    return "Starts a span for each request";
  }
}
