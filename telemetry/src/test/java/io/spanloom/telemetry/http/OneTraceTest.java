package io.spanloom.telemetry.http;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.Spans;
import io.spanloom.telemetry.identity.CurrentRequest;
import io.spanloom.telemetry.jdbc.JdbcAccess;
import io.spanloom.telemetry.library.RecordedSdk;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client, a server and a database in one trace, with Javalin set up as documented. */
final class OneTraceTest {

  private final RecordedSdk recorded = new RecordedSdk();
  private final DataSource orders = JdbcAccess.traced(database(), recorded.sdk());
  private final HttpClient client =
      HttpClients.traced(HttpClient.newHttpClient(), uri -> false, recorded.sdk());
  private final Javalin server = server();

  @AfterEach
  void close() {
    server.stop();
    recorded.close();
  }

  @Test
  void connectsClientServerAndDatabaseInOneTrace() throws Exception {
    assertThat(Spans.withSpan("buy", () -> get("/orders/17")).statusCode()).isEqualTo(200);

    SpanData serverSpan = recorded.only(SpanKind.SERVER);
    List<SpanData> clients = recorded.await(2, SpanKind.CLIENT);
    SpanData statement = named(clients, "select");
    SpanData clientSpan = named(clients, "GET");
    SpanData place = named(recorded.await(2, SpanKind.INTERNAL), "place");
    assertThat(recorded.all())
        .extracting(SpanData::getTraceId)
        .containsOnly(clientSpan.getTraceId());
    assertThat(serverSpan.getName()).isEqualTo("GET /orders/{id}");
    assertThat(serverSpan.getParentSpanId()).isEqualTo(clientSpan.getSpanId());
    assertThat(place.getParentSpanId()).isEqualTo(serverSpan.getSpanId());
    assertThat(statement.getParentSpanId()).isEqualTo(place.getSpanId());
    assertThat(List.of(serverSpan, place, statement))
        .allSatisfy(
            span -> {
              assertThat(id(span, "request.id")).isEqualTo("r-1");
              assertThat(id(span, "user.id")).isEqualTo("u-17");
              assertThat(id(span, "session.id")).hasSize(16);
            });
    assertThat(id(clientSpan, "user.id")).isNull();
  }

  @Test
  void endsSpanWhenJavalinFutureCompletes() throws Exception {
    assertThat(get("/later").body()).isEqualTo("later");

    SpanData serverSpan = recorded.only(SpanKind.SERVER);
    assertThat(serverSpan.getName()).isEqualTo("GET /later");
    assertThat(named(recorded.await(1, SpanKind.INTERNAL), "later").getParentSpanId())
        .isEqualTo(serverSpan.getSpanId());
  }

  @Test
  void recordsTheErrorStatusThatJavalinSends() throws Exception {
    assertThat(get("/broken").statusCode()).isEqualTo(500);

    SpanData serverSpan = recorded.only(SpanKind.SERVER);
    assertThat(serverSpan.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(id(serverSpan, "error.type")).isEqualTo("500");
  }

  @Test
  void omitsTheRouteOfUnmatchedRequests() throws Exception {
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(recorded.only(SpanKind.SERVER).getName()).isEqualTo("GET");
  }

  private Javalin server() {
    return Javalin.create(
            config -> {
              config.jetty.modifyServletContextHandler(
                  context ->
                      context.addFilter(
                          new ServletSpans(recorded.sdk())
                              .user(request -> request.getHeader("User"))
                              .session(request -> request.getSession().getId()),
                          "/*",
                          EnumSet.of(DispatcherType.REQUEST)));
              config.routes.beforeMatched(
                  request -> CurrentRequest.route(request.endpoints().matchedHttpEndpoint().path));
              config.routes.get("/orders/{id}", request -> Spans.withSpan("place", this::select));
              config.routes.get(
                  "/later",
                  request ->
                      request.future(
                          () ->
                              Spans.withSpan(
                                      "later", () -> CompletableFuture.supplyAsync(() -> "later"))
                                  .thenAccept(request::result)));
              config.routes.get(
                  "/broken",
                  request -> {
                    throw new IllegalStateException("broken");
                  });
            })
        .start("127.0.0.1", 0);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("X-Request-Id", "r-1")
            .header("User", "u-17")
            .build(),
        BodyHandlers.ofString());
  }

  private void select() {
    try (Connection connection = orders.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeQuery("select 1").close();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static JdbcDataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:one-trace");
    return database;
  }

  private static SpanData named(List<SpanData> spans, String name) {
    return spans.stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
  }

  private static String id(SpanData span, String key) {
    return span.getAttributes().get(stringKey(key));
  }
}
