package assistant.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Serves the files of the page. Thread-safe. */
final class Page implements HttpHandler {

  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "assistant.js", "text/javascript; charset=utf-8",
          "assistant.css", "text/css; charset=utf-8",
          "socket.io.min.js", "text/javascript; charset=utf-8");

  private final int socketPort;

  Page(int socketPort) {
    this.socketPort = socketPort;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(1);
      String file = path.isEmpty() ? "index.html" : path;
      String type = TYPES.get(file);
      if (type == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] content = read(file);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.getResponseHeaders().set("Content-Security-Policy", policy());
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    }
  }

  private byte[] read(String file) throws IOException {
    try (InputStream content = Page.class.getResourceAsStream("/web/" + file)) {
      if (content == null) {
        throw new IOException(file + " is missing on the class path.");
      }
      byte[] bytes = content.readAllBytes();
      return file.equals("index.html")
          ? new String(bytes, UTF_8).replace("{{socketPort}}", "" + socketPort).getBytes(UTF_8)
          : bytes;
    }
  }

  private String policy() {
    return "default-src 'self'; img-src data:; frame-ancestors 'none'; connect-src 'self'"
        + (" http://localhost:" + socketPort)
        + (" ws://localhost:" + socketPort);
  }
}
