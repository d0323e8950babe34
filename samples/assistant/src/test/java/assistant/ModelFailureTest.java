package assistant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.spanloom.testing.RecordedSpans;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports a model that fails, and goes on. */
final class ModelFailureTest extends AssistantTestBase {

  private static final String PART =
      "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Begin \"},\"finish_reason\":null}]}";

  private static final CountDownLatch END_OF_TESTS = new CountDownLatch(1);
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private static HttpServer model;
  private static volatile HttpHandler behavior;

  @BeforeAll
  static void start() throws IOException {
    model = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    model.createContext("/", exchange -> behavior.handle(exchange));
    model.setExecutor(THREADS);
    model.start();
    String url = "http://localhost:" + model.getAddress().getPort() + "/v1";
    startAssistant(settings().withModel(url, Duration.ofMillis(500)));
  }

  @AfterAll
  static void stop() {
    END_OF_TESTS.countDown();
    model.stop(0);
    THREADS.shutdownNow();
  }

  @AfterEach
  void reset() {
    behavior = null;
  }

  @Test
  void reportsErrorOfModel(RecordedSpans spans) throws Exception {
    behavior =
        exchange -> {
          exchange.sendResponseHeaders(500, 0);
          exchange.close();
        };

    assertFailure(
        spans,
        "dev.langchain4j.exception.InternalServerException",
        "POST CLIENT {error.type=500} ERROR");
  }

  @Test
  void givesUpOnModelThatDoesNotRespond(RecordedSpans spans) throws Exception {
    behavior = ModelFailureTest::hang;

    assertFailure(
        spans,
        "dev.langchain4j.exception.TimeoutException",
        "POST CLIENT {error.type=java.net.http.HttpTimeoutException} ERROR");
  }

  @Test
  void givesUpOnModelThatStopsWriting(RecordedSpans spans) throws Exception {
    behavior =
        exchange -> {
          writePart(exchange);
          hang(exchange);
        };

    assertFailure(spans, "java.util.concurrent.TimeoutException", "POST CLIENT");
  }

  @Test
  void discardsAnswerThatIsCutOff(RecordedSpans spans) throws Exception {
    behavior =
        exchange -> {
          writePart(exchange);
          exchange.close();
        };

    assertFailure(spans, "assistant.model.ModelException", "POST CLIENT");
  }

  private static void assertFailure(RecordedSpans spans, String error, String request)
      throws Exception {
    try (ChatClient anna = ChatClient.signedIn(assistant, "anna")) {
      String room = anna.rooms().get(0);
      spans.awaitAll();
      spans.clear();

      assertThat(anna.ask(room, "Where do I start?").toString())
          .isEqualTo("{\"reason\":\"model\",\"status\":\"failed\"}");
      assertThat(anna.messages(room)).isEmpty();
      anna.disconnect();
      spans.await("ChatHandler.disconnected");
    }
    spans.awaitAll();
    spans
        .tree()
        .onlyAttributes("error.type")
        .assertIs(
            """
            ChatHandler.receive CONSUMER {error.type=assistant.model.ModelException} ERROR
              answer {error.type=assistant.model.ModelException} ERROR -> another trace
                validate
                  Rooms.belongsTo
                    select room CLIENT
                  select message CLIENT
                insert pending_question CLIENT
                load history
                  select message CLIENT
                ask {error.type=assistant.model.ModelException} ERROR
                  invoke_agent advisor {error.type=assistant.model.ModelException} ERROR
                    chat gpt-4o-mini CLIENT {error.type=%s} ERROR
                      %s
                delete pending_question CLIENT
            GET /api/rooms/{room}/messages SERVER
              Rooms.belongsTo
                select room CLIENT
              select message CLIENT
            ChatHandler.disconnected SERVER
            """
                .formatted(error, request));
  }

  private static void writePart(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(("data: " + PART + "\n\n").getBytes(UTF_8));
    exchange.getResponseBody().flush();
  }

  private static void hang(HttpExchange exchange) {
    try {
      END_OF_TESTS.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }
}
