package io.spanloom.telemetry.http;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.Spans;
import io.spanloom.support.LogCapture;
import io.spanloom.telemetry.library.RecordedSdk;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpClientsTest {

  private final RecordedSdk recorded = new RecordedSdk();
  private final HttpClient plain =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final HttpClient traced = HttpClients.traced(plain, uri -> false, recorded.sdk());
  private final HttpServer server;

  HttpClientsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() {
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] headers =
              String.valueOf(exchange.getRequestHeaders().get("traceparent")).getBytes(UTF_8);
          if (path.equals("/moved")) {
            exchange.getResponseHeaders().add("Location", "/here");
          }
          exchange.sendResponseHeaders(
              path.equals("/moved") ? 302 : path.equals("/none") ? 404 : 200, headers.length);
          exchange.getResponseBody().write(headers);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    recorded.close();
  }

  @Test
  void startsClientSpanAndPropagatesItToTheServer() throws Exception {
    HttpResponse<String> response =
        Spans.withSpan(
            "place",
            () -> {
              HttpResponse<String> received =
                  traced.send(request("/here?token=geheim&page=2"), BodyHandlers.ofString());
              assertThat(recorded.only(SpanKind.CLIENT).getParentSpanId())
                  .isEqualTo(Span.current().getSpanContext().getSpanId());
              return received;
            });

    SpanData span = recorded.only(SpanKind.CLIENT);
    assertThat(response.body()).contains(span.getTraceId(), span.getSpanId());
    assertThat(span.getName()).isEqualTo("GET");
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span.getAttributes().asMap())
        .containsEntry(stringKey("http.request.method"), "GET")
        .containsEntry(longKey("http.response.status_code"), 200L)
        .containsEntry(stringKey("server.address"), "127.0.0.1")
        .containsEntry(longKey("server.port"), (long) server.getAddress().getPort())
        .containsEntry(stringKey("network.protocol.version"), "1.1")
        .containsEntry(
            stringKey("url.full"), uri("/here").toString() + "?token=REDACTED&page=REDACTED");
  }

  @Test
  void recordsStatus404AsError() throws Exception {
    traced.send(request("/none"), BodyHandlers.discarding());

    SpanData span = recorded.only(SpanKind.CLIENT);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getAttributes().get(stringKey("error.type"))).isEqualTo("404");
  }

  @Test
  void recordsFollowedRedirectsInOneSpan() throws Exception {
    HttpResponse<String> response = traced.send(request("/moved"), BodyHandlers.ofString());

    assertThat(response.uri()).isEqualTo(uri("/here"));
    SpanData span = recorded.only(SpanKind.CLIENT);
    assertThat(span.getAttributes().get(stringKey("url.full"))).isEqualTo(uri("/moved").toString());
    assertThat(span.getAttributes().get(longKey("http.response.status_code"))).isEqualTo(200);
    assertThat(response.body()).contains(span.getSpanId());
  }

  @Test
  void rethrowsTheClientsException() throws Exception {
    int port = freePort();
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port)).build();

    assertThatThrownBy(() -> traced.send(request, BodyHandlers.ofString()))
        .isInstanceOf(ConnectException.class);
    SpanData span = recorded.only(SpanKind.CLIENT);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getAttributes().get(stringKey("error.type")))
        .isEqualTo("java.net.ConnectException");
    assertThat(span.getEvents()).hasSize(1);
  }

  @Test
  void endsSpanWhenTheFutureCompletes() {
    HttpResponse<String> response =
        traced.sendAsync(request("/here"), BodyHandlers.ofString()).join();

    SpanData span = recorded.only(SpanKind.CLIENT);
    assertThat(response.body()).contains(span.getSpanId());
    assertThat(span.getAttributes().get(longKey("http.response.status_code"))).isEqualTo(200);
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  @Test
  void cancelsTheExchangeThroughTheReturnedFuture() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + silent.getLocalPort())).build();
      CompletableFuture<HttpResponse<String>> future =
          traced.sendAsync(request, BodyHandlers.ofString());
      try (Socket connection = silent.accept()) {
        connection.setSoTimeout((int) TimeUnit.SECONDS.toMillis(20));
        assertThat(future.cancel(true)).isTrue();
        connection.getInputStream().readAllBytes(); // returns when the client closes the connection
      }
    }

    SpanData span = recorded.only(SpanKind.CLIENT);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getAttributes().get(stringKey("error.type")))
        .isEqualTo("java.util.concurrent.CancellationException");
  }

  @Test
  void recordsTheCauseOfAnAsynchronousFailure() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + freePort())).build();

    assertThatThrownBy(() -> traced.sendAsync(request, BodyHandlers.ofString()).join())
        .hasCauseInstanceOf(ConnectException.class);
    assertThat(recorded.only(SpanKind.CLIENT).getAttributes().get(stringKey("error.type")))
        .isEqualTo("java.net.ConnectException");
  }

  @Test
  void returnsNullIfTheClientReturnsNull() throws Exception {
    HttpClient returningNull =
        HttpClients.traced(new NullReturningClient(), uri -> false, recorded.sdk());

    assertThat(returningNull.send(request("/here"), BodyHandlers.ofString())).isNull();
    assertThat(returningNull.sendAsync(request("/here"), BodyHandlers.ofString())).isNull();
    assertThat(recorded.await(2, SpanKind.CLIENT)).hasSize(2);
  }

  @Test
  void delegatesConfigurationToTheClient() {
    assertThat(traced.followRedirects()).isEqualTo(plain.followRedirects());
    assertThat(traced.version()).isEqualTo(plain.version());
    assertThat(traced.sslContext()).isSameAs(plain.sslContext());
    assertThat(traced.executor()).isEqualTo(plain.executor());
    assertThat(traced.connectTimeout()).isEqualTo(plain.connectTimeout());
    assertThat(traced.newWebSocketBuilder()).isNotNull();
  }

  @Test
  void closesTheClientIfClientsAreCloseable() throws Exception {
    if (traced instanceof AutoCloseable closeable) {
      closeable.close();
      assertThatThrownBy(() -> plain.send(request("/here"), BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
    } else {
      assertThat(Runtime.version().feature()).isLessThan(21);
    }
  }

  @Test
  void sendsUntracedRequestsBeforeTheSdkStarts() throws Exception {
    assertThat(HttpClients.traced(plain).send(request("/here"), BodyHandlers.ofString()).body())
        .isEqualTo("null");
  }

  @Test
  void warnsThatAClientFollowingRedirectsPropagatesNoIdentity() throws Exception {
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(HttpClients.traced(plain, uri -> true)).isNotNull();
      assertThat(log.messages())
          .containsExactly(
              "An HttpClient that follows redirects does not propagate request identity, because the"
                  + " JDK would also send it to the redirect target. To propagate it, build the"
                  + " client with HttpClient.Redirect.NEVER.");
    }
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      assertThat(HttpClients.traced(HttpClient.newHttpClient(), uri -> true)).isNotNull();
      assertThat(log.messages()).isEmpty();
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(uri(path)).build();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
