package io.spanloom.telemetry.http;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.telemetry.library.RecordedSdk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpServerSpansTest {

  private final RecordedSdk recorded = new RecordedSdk();
  private final HttpServer server;
  private final List<Throwable> thrown = new CopyOnWriteArrayList<>();

  HttpServerSpansTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    recorded.close();
  }

  @Test
  void recordsExactlyTheAttributesOfTheConventions() throws Exception {
    serve("/orders", exchange -> respond(exchange, 200));

    get("/orders/17?token=geheim", "Cookie", "secret=geheim");

    SpanData span = recorded.only(SpanKind.SERVER);
    assertThat(span.getName()).isEqualTo("GET /orders");
    assertThat(span.toString()).doesNotContain("geheim");
    assertThat(span.getAttributes().asMap().keySet())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "client.address",
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "network.peer.address",
            "network.peer.port",
            "network.protocol.version",
            "request.id",
            "server.address",
            "server.port",
            "url.path",
            "url.query",
            "url.scheme",
            "user_agent.original");
  }

  @Test
  void recordsStatusFrom500OnAsError() throws Exception {
    serve("/a", exchange -> respond(exchange, 499));
    serve("/b", exchange -> respond(exchange, 500));

    assertThat(get("/a", "A", "b").statusCode()).isEqualTo(499);
    assertThat(get("/b", "A", "b").statusCode()).isEqualTo(500);

    List<SpanData> spans = recorded.await(2, SpanKind.SERVER);
    assertThat(spans.get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(spans.get(1).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(spans.get(1).getAttributes().get(stringKey("error.type"))).isEqualTo("500");
  }

  @Test
  void recordsAndRethrowsTheHandlersException() {
    IllegalStateException error = new IllegalStateException("no stock");
    serve(
        "/orders",
        exchange -> {
          throw error;
        });

    assertThatThrownBy(() -> get("/orders", "A", "b")).isInstanceOf(IOException.class);

    SpanData span = recorded.await(1, SpanKind.SERVER).get(0);
    assertThat(thrown).isNotEmpty().containsOnly(error); // the JDK's client retries GET
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getAttributes().get(stringKey("error.type")))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(span.getAttributes().get(longKey("http.response.status_code"))).isNull();
    assertThat(span.getEvents()).hasSize(1);
  }

  private void serve(String path, HttpHandler handler) {
    HttpContext context = server.createContext(path, handler);
    context.getFilters().add(new ThrownErrors());
    context.getFilters().add(new HttpServerSpans(recorded.sdk()));
  }

  private static void respond(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private HttpResponse<Void> get(String path, String header, String value) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).header(header, value).build(),
            BodyHandlers.discarding());
  }

  private final class ThrownErrors extends Filter {

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
      try {
        chain.doFilter(exchange);
      } catch (Throwable error) {
        thrown.add(error);
        exchange.close();
        throw error;
      }
    }

    @Override
    public String description() {
      return "records what the handler throws";
    }
  }
}
