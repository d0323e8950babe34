package assistant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.spanloom.testing.RecordedSpans;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A worker answers the questions of a front. */
final class WorkerTest extends AssistantTestBase {

  private static final AtomicInteger STATUS = new AtomicInteger();

  private static HttpServer model;
  private static Settings settings;

  private @Nullable Assistant worker;

  @BeforeAll
  static void startFront() throws IOException {
    model = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    model.createContext(
        "/",
        exchange -> {
          byte[] answer =
              """
              data: {"choices":[{"index":0,"delta":{"content":"Begin."},"finish_reason":"stop"}]}

              data: [DONE]

              """
                  .getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(STATUS.get(), answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    model.start();
    String url = "http://localhost:" + model.getAddress().getPort() + "/v1";
    settings = settings().withModel(url, Duration.ofSeconds(20));
    startAssistant(settings.withRole(Role.FRONT));
  }

  @AfterAll
  static void stopModel() {
    model.stop(0);
  }

  @AfterEach
  void stopWorker() {
    if (worker != null) {
      worker.close();
    }
  }

  @Test
  void reportsFailureOfWorkersModel(RecordedSpans spans) throws Exception {
    STATUS.set(500);
    worker = Assistant.start(settings.withRole(Role.WORKER));
    try (ChatClient user = ChatClient.signedIn(assistant, assistant.addUser())) {
      String room = user.rooms().get(0);
      spans.awaitAll();
      spans.clear();

      assertThat(user.ask(room, "Where do I start?").toString())
          .isEqualTo("{\"reason\":\"model\",\"status\":\"failed\"}");
      assertThat(user.messages(room)).isEmpty();
    }
    spans.await("continue");
    spans.awaitAll();
    assertThat(spans.only("continue").getParentSpanId())
        .isEqualTo(
            spans.ended().stream()
                .filter(span -> span.getName().equals("insert pending_question"))
                .findFirst()
                .orElseThrow()
                .getParentSpanId());
  }

  @Test
  void createsTablesBeforeFrontStarts() throws Exception {
    Settings empty = settings().withRole(Role.WORKER);
    worker = Assistant.start(empty);
    try (Connection connection = DriverManager.getConnection(empty.databaseUrl());
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeQuery("select * from pending_question").next()).isFalse();
    }
  }

  @Test
  void pollingLeavesNoSpans(RecordedSpans spans) throws Exception {
    STATUS.set(200);
    try (ChatClient user = ChatClient.signedIn(assistant, assistant.addUser())) {
      String room = user.rooms().get(0);
      spans.awaitAll();
      spans.clear();

      CompletableFuture<JSONObject> reply =
          user.send(room, "Where do I start?", user.newTraceparent());
      spans.await("insert pending_question");
      worker = Assistant.start(settings.withRole(Role.WORKER));
      assertThat(reply.get(20, TimeUnit.SECONDS).getString("status")).isEqualTo("answered");
      user.disconnect();
      spans.await("ChatHandler.disconnected");
    }
    spans.awaitAll();
    spans
        .tree()
        .onlyAttributes()
        .assertIs(
            """
            ChatHandler.receive CONSUMER
              answer -> another trace
                validate
                  Rooms.belongsTo
                    select room CLIENT
                  select message CLIENT
                insert pending_question CLIENT
                continue CONSUMER
                  answer -> another trace
                    load history
                      select message CLIENT
                    ask
                      invoke_agent advisor
                        chat gpt-4o-mini CLIENT
                          POST CLIENT
                    store
                      delete pending_question CLIENT
                      insert message CLIENT
                      insert message CLIENT
                select message CLIENT
                notify
            ChatHandler.disconnected SERVER
            """);
  }
}
