package io.spanloom.telemetry.http;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.telemetry.identity.IdentityExtractor;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A servlet filter that starts a SERVER span for each request, following the semantic conventions
 * for HTTP. Register it as the first filter, mapped to all paths. The span of an asynchronous
 * request ends when the request completes, times out or fails; spans of later dispatches are its
 * children. Thread-safe; configure it before the container starts.
 */
public final class ServletSpans implements Filter {

  private static final String CONTEXT_ATTRIBUTE = ServletSpans.class.getName();

  private final ServerSpans<HttpServletRequest, HttpServletResponse> spans;

  /** Creates a filter, possibly before the SDK starts; requests are not traced until then. */
  public ServletSpans() {
    this(null);
  }

  ServletSpans(@Nullable OpenTelemetry openTelemetry) {
    spans = new ServerSpans<>(new ServletAttributes(), new ServletHeaders(), openTelemetry);
  }

  /**
   * Sets how to read the user ID of a request.
   *
   * @param id returns the user ID, or null if unknown; its exceptions are logged, not thrown
   * @return this
   */
  public ServletSpans user(Function<? super HttpServletRequest, @Nullable String> id) {
    spans.identities().user(id);
    return this;
  }

  /**
   * Sets how to read the session ID of a request; spans record only a digest of it.
   *
   * @param id returns the session ID, or null if unknown; its exceptions are logged, not thrown
   * @return this
   */
  public ServletSpans session(Function<? super HttpServletRequest, @Nullable String> id) {
    spans.identities().session(id);
    return this;
  }

  /**
   * Accepts the request, session and user ID in the caller's baggage. Use it only for services that
   * untrusted clients cannot reach.
   *
   * @return this
   */
  public ServletSpans trustInboundBaggage() {
    spans.identities().trustInboundBaggage();
    return this;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse out) {
      if (request.getAttribute(CONTEXT_ATTRIBUTE) instanceof Context context) {
        inContext(context, http, out, chain);
      } else {
        inSpan(http, out, chain);
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  private void inSpan(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ServerRequestSpan<HttpServletRequest, HttpServletResponse> span = spans.start(request);
    request.setAttribute(CONTEXT_ATTRIBUTE, span.context());
    String requestId = span.requestId();
    if (requestId != null) {
      response.setHeader(IdentityExtractor.REQUEST_ID_HEADER, requestId);
    }
    try {
      inContext(span.context(), request, response, chain);
    } catch (Throwable error) {
      span.end(response, error);
      throw error;
    }
    if (!request.isAsyncStarted() || !SpanEndingListener.register(span, request, response)) {
      span.end(response, null);
    }
  }

  private static void inContext(
      Context context, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Scope scope = context.makeCurrent();
    try {
      chain.doFilter(request, response);
    } finally {
      scope.close();
    }
  }
}
