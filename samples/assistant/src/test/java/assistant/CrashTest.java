package assistant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while the model answers leaves the question to the next process. */
@Tag("slow")
final class CrashTest {

  private static final String ANSWER =
      """
      data: {"choices":[{"index":0,"delta":{"content":"Begin again."},"finish_reason":null}]}

      data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

      data: [DONE]

      """;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch killed = new CountDownLatch(1);

  @TempDir private Path folder;
  private HttpServer model;

  @BeforeEach
  void startModel() throws IOException {
    model = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    model.createContext("/", this::answerAfterCrash);
    model.setExecutor(threads);
    model.start();
  }

  @AfterEach
  void stopModel() {
    killed.countDown();
    model.stop(0);
    threads.shutdownNow();
  }

  @Test
  void nextProcessContinuesRunInTheSameTrace() throws Exception {
    String trace;
    String room;
    try (AssistantProcess first = start();
        ChatClient anna = first.signIn("anna")) {
      room = anna.rooms().get(0);
      trace = anna.visit().substring(3, 35);
      anna.connect("websocket");
      anna.send(room, "Where do I start?", anna.visit());
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      first.kill();
    }
    killed.countDown();

    try (AssistantProcess second = start()) {
      String question =
          second.await(
              Pattern.compile("trace_id=" + trace + " .*Continuing with the question (\\S+)"));
      second.await(Pattern.compile("trace_id=" + trace + " .*(Answered) the question " + question));
      second.await(Pattern.compile("^(trace) " + trace));
      second.await(Pattern.compile("(─ continue) "));
      second.await(Pattern.compile("workflow.run.id = (" + question + ")"));
      second.await(Pattern.compile("(─ ask) "));
      try (ChatClient anna = second.signIn("anna")) {
        assertThat(anna.messages(room).findValuesAsText("content"))
            .containsExactly("Where do I start?", "Begin again.");
      }
    }

    try (AssistantProcess third = start();
        ChatClient anna = third.signIn("anna")) {
      assertThat(anna.messages(room)).hasSize(2);
      assertThat(third.output()).doesNotContain("Continuing");
    }
  }

  private AssistantProcess start() throws IOException {
    return AssistantProcess.start(
        Map.of(
            "ASSISTANT_DATABASE_URL",
            "jdbc:h2:file:" + folder.resolve("assistant") + ";WRITE_DELAY=0",
            "OPENAI_BASE_URL",
            "http://localhost:" + model.getAddress().getPort() + "/v1",
            "OTEL_TRACES_EXPORTER",
            "tree"));
  }

  private void answerAfterCrash(HttpExchange exchange) throws IOException {
    asked.countDown();
    try (exchange) {
      killed.await();
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(ANSWER.getBytes(UTF_8));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
