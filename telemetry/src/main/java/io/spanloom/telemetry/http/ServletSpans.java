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
 * A SERVER span for each request to a servlet container, by the semantic conventions for HTTP. To
 * be the first filter, for all paths. The span of an asynchronous request ends when that is
 * complete, has timed out or has failed; what is dispatched again nests in it. Safe for many
 * threads; the methods are for the time before it serves.
 */
public final class ServletSpans implements Filter {

  private static final String SERVED = ServletSpans.class.getName();

  private final ServerSpans<HttpServletRequest, HttpServletResponse> spans;

  /** Makes a filter; may be called before the SDK is started, until then nothing is traced. */
  public ServletSpans() {
    this(null);
  }

  ServletSpans(@Nullable OpenTelemetry given) {
    spans = new ServerSpans<>(new ServletAttributes(), new ServletHeaders(), given);
  }

  /**
   * Says which user a request belongs to.
   *
   * @param id reads the user's id from a request, null for none; of what it throws nothing is seen
   * @return this
   */
  public ServletSpans user(Function<? super HttpServletRequest, @Nullable String> id) {
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
  public ServletSpans session(Function<? super HttpServletRequest, @Nullable String> id) {
    spans.rules().session(id);
    return this;
  }

  /**
   * Believes callers, by their baggage, who a request belongs to; for services that only one's own
   * can reach.
   *
   * @return this
   */
  public ServletSpans trustInboundBaggage() {
    spans.rules().trustCallers();
    return this;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse out) {
      if (request.getAttribute(SERVED) instanceof Context context) {
        inside(context, http, out, chain);
      } else {
        serve(http, out, chain);
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ServedRequest<HttpServletRequest, HttpServletResponse> served = spans.start(request);
    request.setAttribute(SERVED, served.context());
    String id = served.id();
    if (id != null) {
      response.setHeader(IdentityExtractor.REQUEST_ID_HEADER, id);
    }
    try {
      inside(served.context(), request, response, chain);
    } catch (Throwable error) {
      served.end(response, error);
      throw error;
    }
    if (!request.isAsyncStarted() || !AsyncEnd.await(served, request, response)) {
      served.end(response, null);
    }
  }

  private static void inside(
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
