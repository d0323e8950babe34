package io.spanloom.telemetry.http;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.Spans;
import io.spanloom.telemetry.identity.CurrentRequest;
import io.spanloom.telemetry.library.RecordedSdk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Request identity in the JDK's HTTP server, which behaves like the servlet filter. */
final class HttpIdentityTest {
  private final RecordedSdk recorded = new RecordedSdk();
  private final List<HttpServer> servers = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    servers.forEach(server -> server.stop(0));
    recorded.close();
  }

  @Test
  void copiesTheCallersRequestIdToAllSpansAndTheResponse() throws Exception {
    URI address = serve(filter -> filter, exchange -> Spans.withSpan("work", () -> {}));

    HttpResponse<Void> response = call(address, "X-Request-Id", "r-1");

    assertThat(response.headers().firstValue("X-Request-Id")).hasValue("r-1");
    assertThat(id(recorded.only(SpanKind.SERVER), "request.id")).isEqualTo("r-1");
    assertThat(id(recorded.only(SpanKind.INTERNAL), "request.id")).isEqualTo("r-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "<script>", "a;b", "a\"b", "ümlaut"})
  void replacesInvalidRequestId(String chosen) throws Exception {
    URI address = serve(filter -> filter, exchange -> {});

    String id = call(address, "X-Request-Id", chosen).headers().firstValue("X-Request-Id").get();

    assertThat(id).hasSize(36).isNotEqualTo(chosen);
    assertThat(id(recorded.only(SpanKind.SERVER), "request.id")).isEqualTo(id);
  }

  @Test
  void replacesTooLongAndGeneratesMissingRequestId() throws Exception {
    URI address = serve(filter -> filter, exchange -> {});

    assertThat(call(address, "X-Request-Id", "r".repeat(128)).headers().firstValue("X-Request-Id"))
        .hasValue("r".repeat(128));
    assertThat(call(address, "X-Request-Id", "r".repeat(129)).headers().firstValue("X-Request-Id"))
        .get()
        .asString()
        .hasSize(36);
    assertThat(call(address, "Accept", "*/*").headers().firstValue("X-Request-Id"))
        .get()
        .asString()
        .hasSize(36);
  }

  @Test
  void readsUserAndDigestOfSessionWithTheGivenFunctions() throws Exception {
    URI address =
        serve(
            filter ->
                filter
                    .user(exchange -> exchange.getRequestHeaders().getFirst("User"))
                    .session(exchange -> "abc"),
            exchange -> Spans.withSpan("work", () -> {}));

    call(address, "User", "u-17");

    for (SpanData span :
        List.of(recorded.only(SpanKind.SERVER), recorded.only(SpanKind.INTERNAL))) {
      assertThat(id(span, "user.id")).isEqualTo("u-17");
      assertThat(id(span, "session.id")).isEqualTo("ba7816bf8f01cfea"); // truncated SHA-256
    }
  }

  @Test
  void sanitizesIdsAndOmitsOnlyTheOneWhoseFunctionThrows() throws Exception {
    URI address =
        serve(
            filter ->
                filter
                    .user(exchange -> " jür\u0000gen\nINFO\u2028\ud800 " + "x".repeat(200))
                    .session(
                        exchange -> {
                          throw new AssertionError("no session");
                        }),
            exchange -> {});

    assertThat(call(address, "A", "b").statusCode()).isEqualTo(200);
    SpanData span = recorded.only(SpanKind.SERVER);
    assertThat(id(span, "user.id")).hasSize(128).startsWith("jür?gen?INFO?? xxx");
    assertThat(id(span, "session.id")).isNull();
  }

  @Test
  void copiesIdsSetLaterToTheRequestSpanAndToLaterSpans() throws Exception {
    List<Optional<String>> seen = new ArrayList<>();
    URI address =
        serve(
            filter -> filter,
            exchange -> {
              Spans.withSpan("before", () -> {});
              CurrentRequest.user("u-17");
              CurrentRequest.session("abc");
              CurrentRequest.route("/orders/{id}");
              seen.add(CurrentRequest.id());
              Spans.withSpan("after", () -> {});
            });

    call(address, "X-Request-Id", "r-1");

    SpanData server = recorded.only(SpanKind.SERVER);
    assertThat(server.getName()).isEqualTo("GET /orders/{id}");
    assertThat(id(server, "http.route")).isEqualTo("/orders/{id}");
    assertThat(id(server, "user.id")).isEqualTo("u-17");
    List<SpanData> spans = recorded.await(2, SpanKind.INTERNAL);
    assertThat(id(spans.get(0), "user.id")).isNull();
    assertThat(id(spans.get(1), "user.id")).isEqualTo("u-17");
    assertThat(id(spans.get(1), "session.id")).isEqualTo("ba7816bf8f01cfea");
    assertThat(seen).containsExactly(Optional.of("r-1"));
  }

  @Test
  void propagatesIdentityOnlyToAcceptedUris() throws Exception {
    List<String> baggage = new ArrayList<>();
    URI downstream =
        serve(
            filter -> filter,
            exchange ->
                baggage.add(String.valueOf(exchange.getRequestHeaders().getFirst("baggage"))));
    HttpClient untrusted = HttpClients.traced(client, uri -> false, recorded.sdk());
    HttpClient trusted =
        HttpClients.traced(client, uri -> uri.getPort() == downstream.getPort(), recorded.sdk());
    URI address =
        serve(
            filter -> filter.user(exchange -> "ü 17"),
            exchange -> {
              send(untrusted, downstream);
              send(trusted, downstream);
            });

    call(address, "X-Request-Id", "r-1");

    assertThat(baggage).hasSize(2);
    assertThat(baggage.get(0)).isEqualTo("null");
    assertThat(baggage.get(1)).contains("request.id=r-1", "user.id=%C3%BC%2017");
  }

  @Test
  void doesNotPassOnTheCallersIds() throws Exception {
    List<String> baggage = new ArrayList<>();
    URI downstream =
        serve(
            filter -> filter,
            exchange -> baggage.add(exchange.getRequestHeaders().getFirst("baggage")));
    HttpClient untrusted = HttpClients.traced(client, uri -> false, recorded.sdk());
    HttpHandler forwarding = exchange -> send(untrusted, downstream);

    for (URI address :
        List.of(
            serve(filter -> filter, forwarding),
            serve(filter -> filter.trustInboundBaggage(), forwarding))) {
      call(address, "baggage", "request.id=r-9,user.id=u-9,session.id=5e55,tenant=acme");
    }

    assertThat(baggage).containsExactly("tenant=acme", "tenant=acme");
  }

  @Test
  void acceptsTheCallersIdsOnlyIfInboundBaggageIsTrusted() throws Exception {
    URI trusting =
        serve(
            filter -> filter.trustInboundBaggage(),
            exchange -> Spans.withSpan("trusting", () -> {}));
    URI untrusting = serve(filter -> filter, exchange -> Spans.withSpan("untrusting", () -> {}));
    String baggage = "request.id=r-9,user.id=u-9,session.id=5e55,tenant=acme";

    assertThat(call(trusting, "baggage", baggage).headers().firstValue("X-Request-Id"))
        .hasValue("r-9");
    assertThat(call(trusting, "baggage", "request.id=%3Cscript%3E").headers().map().toString())
        .doesNotContain("script");
    assertThat(call(untrusting, "baggage", baggage).headers().firstValue("X-Request-Id"))
        .isNotEqualTo(Optional.of("r-9"));

    List<SpanData> spans = recorded.await(3, SpanKind.INTERNAL);
    assertThat(id(spans.get(0), "user.id")).isEqualTo("u-9");
    assertThat(id(spans.get(0), "session.id")).isEqualTo("5e55");
    assertThat(id(spans.get(0), "tenant")).isNull();
    assertThat(id(spans.get(2), "user.id")).isNull();
  }

  private URI serve(UnaryOperator<HttpServerSpans> configuration, HttpHandler handler)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    HttpHandler responding =
        exchange -> {
          handler.handle(exchange);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        };
    server
        .createContext("/", responding)
        .getFilters()
        .add(configuration.apply(new HttpServerSpans(recorded.sdk())));
    server.start();
    servers.add(server);
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders/17");
  }

  private HttpResponse<Void> call(URI address, String header, String value) throws Exception {
    return client.send(
        HttpRequest.newBuilder(address).header(header, value).build(), BodyHandlers.discarding());
  }

  private static void send(HttpClient sender, URI address) throws IOException {
    try {
      sender.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
    } catch (InterruptedException interruption) {
      throw new IOException(interruption);
    }
  }

  private static String id(SpanData span, String key) {
    return span.getAttributes().get(stringKey(key));
  }
}
