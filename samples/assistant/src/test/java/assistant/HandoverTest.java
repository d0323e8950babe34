package assistant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.spanloom.testing.RecordedSpans;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A front reports to its users what becomes of the questions that it leaves to workers. */
final class HandoverTest extends AssistantTestBase {

  private static final Duration MODEL_TIMEOUT = Duration.ofMillis(300);

  private final AtomicInteger status = new AtomicInteger(500);
  private HttpServer model;
  private Settings settings;
  private Assistant worker;

  @BeforeEach
  void startFront() throws IOException {
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
          exchange.sendResponseHeaders(status.get(), answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    model.start();
    settings =
        settings()
            .withModel("http://localhost:" + model.getAddress().getPort() + "/v1", MODEL_TIMEOUT);
    startAssistant(settings.withRole(Role.FRONT));
  }

  @AfterEach
  void stop() {
    if (worker != null) {
      worker.close();
    }
    stopAssistant();
    model.stop(0);
  }

  @Test
  void reportsFailureOfWorkersModel(RecordedSpans spans) throws Exception {
    worker = Assistant.start(settings.withRole(Role.WORKER));
    try (ChatClient anna = ChatClient.signedIn(assistant, "anna")) {
      String room = anna.rooms().get(0);
      spans.awaitAll();
      spans.clear();

      assertThat(anna.ask(room, "Where do I start?").toString())
          .isEqualTo("{\"reason\":\"model\",\"status\":\"failed\"}");
      assertThat(anna.messages(room)).isEmpty();
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
  void givesUpIfNoWorkerAnswersAndFindsTheLateAnswerInTheHistory(RecordedSpans spans)
      throws Exception {
    status.set(200);
    try (ChatClient anna = ChatClient.signedIn(assistant, "anna")) {
      String room = anna.rooms().get(0);
      assertThat(anna.ask(room, "Where do I start?").toString())
          .isEqualTo("{\"reason\":\"model\",\"status\":\"failed\"}");
      worker = Assistant.start(settings.withRole(Role.WORKER));
      spans.await("continue");
      assertThat(anna.messages(room).findValuesAsText("content"))
          .containsExactly("Where do I start?", "Begin.");
    }
  }

  @Test
  void pollingLeavesNoSpans(RecordedSpans spans) throws Exception {
    status.set(200);
    try (ChatClient anna = ChatClient.signedIn(assistant, "anna")) {
      String room = anna.rooms().get(0);
      anna.disconnect();
      spans.await("ChatHandler.disconnected");
      anna.connect("websocket");
      spans.awaitAll();
      spans.clear();

      CompletableFuture<JSONObject> reply =
          anna.send(room, "Where do I start?", anna.newTraceparent());
      spans.await("insert pending_question");
      worker = Assistant.start(settings.withRole(Role.WORKER));
      assertThat(reply.get(20, TimeUnit.SECONDS).getString("status")).isEqualTo("answered");
      anna.disconnect();
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
