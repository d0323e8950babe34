package assistant;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A model that pauses after the first word of each answer until it may continue. */
final class PausedModel implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile CountDownLatch mayContinue = new CountDownLatch(1);

  private PausedModel(HttpServer server) {
    this.server = server;
  }

  static PausedModel start() throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    PausedModel model = new PausedModel(HttpServer.create(address, 0));
    model.server.createContext("/", model::answer);
    model.server.setExecutor(model.threads);
    model.server.start();
    return model;
  }

  /** Returns the value of {@code OPENAI_BASE_URL}. */
  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  /** Lets all answers continue, until the next pause. */
  void resume() {
    mayContinue.countDown();
  }

  /** Pauses answers that begin from now on. */
  void pause() {
    mayContinue = new CountDownLatch(1);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      write(exchange, "{\"delta\":{\"content\":\"Begin \"},\"finish_reason\":null,\"index\":0}");
      mayContinue.await();
      write(exchange, "{\"delta\":{\"content\":\"again.\"},\"finish_reason\":null,\"index\":0}");
      write(exchange, "{\"delta\":{},\"finish_reason\":\"stop\",\"index\":0}");
      exchange.getResponseBody().write("data: [DONE]\n\n".getBytes(UTF_8));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(HttpExchange exchange, String choice) throws IOException {
    String event = "data: {\"choices\":[" + choice + "]}\n\n";
    exchange.getResponseBody().write(event.getBytes(UTF_8));
    exchange.getResponseBody().flush();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
