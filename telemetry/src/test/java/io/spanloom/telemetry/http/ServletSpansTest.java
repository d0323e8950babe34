package io.spanloom.telemetry.http;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.Spans;
import io.spanloom.telemetry.library.RecordedSdk;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The filter in Jetty. */
final class ServletSpansTest {

  private static final String TRACE = "0123456789abcdef0123456789abcdef";

  private final RecordedSdk recorded = new RecordedSdk();
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
  private final ServletSpans filter = new ServletSpans(recorded.sdk());

  @AfterEach
  void close() throws Exception {
    server.stop();
    recorded.close();
  }

  @Test
  void startsServerSpanInTheCallersTrace() throws Exception {
    serve("/orders/*", (request, response) -> Spans.withSpan("work", () -> {}));

    HttpResponse<String> response = get("/orders/17?token=geheim");

    SpanData span = recorded.only(SpanKind.SERVER);
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getName()).isEqualTo("GET /orders/*");
    assertThat(recorded.only(SpanKind.INTERNAL).getParentSpanId()).isEqualTo(span.getSpanId());
    assertThat(response.headers().firstValue("X-Request-Id"))
        .hasValue(span.getAttributes().get(stringKey("request.id")));
    assertThat(span.getAttributes().asMap())
        .containsEntry(stringKey("http.request.method"), "GET")
        .containsEntry(stringKey("url.path"), "/orders/17")
        .containsEntry(stringKey("url.query"), "token=REDACTED")
        .containsEntry(stringKey("url.scheme"), "http")
        .containsEntry(stringKey("http.route"), "/orders/*")
        .containsEntry(longKey("http.response.status_code"), 200L)
        .containsEntry(stringKey("network.protocol.version"), "1.1");
  }

  @Test
  void omitsTheRouteOfCatchAllMappings() throws Exception {
    serve("/*", (request, response) -> response.setStatus(404));

    get("/orders/17");

    SpanData span = recorded.only(SpanKind.SERVER);
    assertThat(span.getName()).isEqualTo("GET");
    assertThat(span.getStatus().getStatusCode()).as("404").isEqualTo(StatusCode.UNSET);
  }

  @Test
  void recordsAndRethrowsTheServletsException() throws Exception {
    List<Throwable> errors =
        List.of(
            new IllegalStateException("runtime"),
            new IOException("io"),
            new ServletException("servlet"),
            new AssertionError("error"));
    for (Throwable error : errors) {
      serve("/*", (request, response) -> raise(error));
      assertThat(get("/orders").statusCode()).isEqualTo(500);
      server.stop();
    }

    assertThat(thrown).containsExactlyElementsOf(errors);
    assertThat(recorded.await(errors.size(), SpanKind.SERVER))
        .allSatisfy(
            span -> {
              assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
              assertThat(span.getAttributes().get(longKey("http.response.status_code")))
                  .isEqualTo(500);
              assertThat(span.getEvents()).hasSize(1);
            });
  }

  @Test
  void endsSpanWhenAsynchronousRequestCompletes() throws Exception {
    serve(
        "/*",
        (request, response) -> {
          AsyncContext async = request.startAsync();
          async.start(
              () -> {
                response.setStatus(503);
                async.complete();
              });
        });

    assertThat(get("/orders").statusCode()).isEqualTo(503);
    SpanData span = recorded.only(SpanKind.SERVER);
    assertThat(span.getAttributes().get(longKey("http.response.status_code"))).isEqualTo(503);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void recordsTheStatusOfAnAsynchronousTimeout() throws Exception {
    // Jetty misses a time-out of 1 ms that expires before the servlet returns.
    serve("/*", (request, response) -> request.startAsync().setTimeout(1_000));

    assertThat(get("/orders").statusCode()).isEqualTo(500);
    assertThat(recorded.only(SpanKind.SERVER).getStatus().getStatusCode())
        .isEqualTo(StatusCode.ERROR);
  }

  @Test
  void nestsSpansOfLaterDispatchesInTheRequestSpan() throws Exception {
    serve(
        "/*",
        (request, response) -> {
          if (request.getDispatcherType() == DispatcherType.ASYNC) {
            Spans.withSpan("dispatched", () -> {});
          } else {
            request.startAsync().dispatch();
          }
        });

    get("/orders");
    assertThat(recorded.await(1, SpanKind.INTERNAL).get(0).getParentSpanId())
        .isEqualTo(recorded.only(SpanKind.SERVER).getSpanId());
  }

  @Test
  void handlesUntracedRequestsBeforeTheSdkStarts() throws Exception {
    serve(new ServletSpans(), "/*", (request, response) -> Spans.withSpan("work", () -> {}));

    assertThat(get("/orders").headers().firstValue("X-Request-Id")).isPresent();
    assertThat(recorded.only(SpanKind.INTERNAL).getAttributes().get(stringKey("request.id")))
        .isNotNull();
    assertThat(recorded.of(SpanKind.SERVER)).isEmpty();
  }

  private void serve(String pattern, Handler handler) throws Exception {
    serve(filter, pattern, handler);
  }

  private void serve(ServletSpans spans, String pattern, Handler handler) throws Exception {
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    server.setConnectors(new ServerConnector[] {connector});
    ServletContextHandler context = new ServletContextHandler("/");
    Filter outer =
        (request, response, chain) -> {
          try {
            chain.doFilter(request, response);
          } catch (Throwable error) {
            thrown.add(error);
            throw error;
          }
        };
    context.addFilter(outer, "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addFilter(spans, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
    context.addServlet(new ServletHolder(new Servlet(handler)), pattern);
    server.setHandler(context);
    server.start();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + connector.getLocalPort() + path))
                .timeout(Duration.ofSeconds(20))
                .header("traceparent", "00-" + TRACE + "-0123456789abcdef-01")
                .build(),
            BodyHandlers.ofString());
  }

  private static void raise(Throwable error) throws IOException, ServletException {
    if (error instanceof IOException io) {
      throw io;
    } else if (error instanceof ServletException servlet) {
      throw servlet;
    } else if (error instanceof RuntimeException runtime) {
      throw runtime;
    }
    throw (Error) error;
  }

  private interface Handler {
    void serve(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  private static final class Servlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient Handler handler;

    Servlet(Handler handler) {
      this.handler = handler;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      handler.serve(request, response);
    }
  }
}
