package assistant.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An embedded server that replaces a real model. It supports the part of OpenAI's API that the
 * assistant uses: streamed chat completions with tool calls and token usage.
 */
public final class ModelServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private ModelServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts a server on a free port of the loopback interface.
   *
   * @return the server, to be closed
   * @throws IOException if no port can be opened
   */
  public static ModelServer start() throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ModelServer model = new ModelServer(HttpServer.create(address, 0));
    model.server.createContext("/v1/chat/completions", model::handle);
    model.server.setExecutor(model.threads);
    model.server.start();
    return model;
  }

  /**
   * Returns the base URL of the API.
   *
   * @return the URL, for {@link Advisor}
   */
  public String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      if (!request.path("stream").asBoolean()) {
        exchange.sendResponseHeaders(400, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      write(exchange.getResponseBody(), ScriptedReply.to(request));
    }
  }

  private static void write(OutputStream stream, ScriptedReply reply) throws IOException {
    for (JsonNode chunk : reply.chunks()) {
      writeEvent(stream, chunk.toString());
    }
    writeEvent(stream, "[DONE]");
  }

  private static void writeEvent(OutputStream stream, String data) throws IOException {
    stream.write(("data: " + data + "\n\n").getBytes(UTF_8));
    stream.flush();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
