package assistant.web;

import assistant.store.Sessions;
import assistant.store.Sessions.Session;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import io.spanloom.telemetry.http.HttpServerSpans;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the page and the HTTP API on the loopback interface. */
public final class WebServer implements AutoCloseable {

  private static final int THREADS = 16;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private WebServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts the server.
   *
   * @param port the port, or 0 for a free one
   * @param socketPort the port of the Socket.IO server, to which the page connects
   * @param api handles the API's requests
   * @param sessions the sessions
   * @return the server, to be closed
   * @throws IOException if the port cannot be opened
   */
  public static WebServer start(int port, int socketPort, Api api, Sessions sessions)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    WebServer web = new WebServer(HttpServer.create(address, 0));
    web.server.createContext("/", new Page(socketPort));
    HttpContext context = web.server.createContext("/api", api);
    context
        .getFilters()
        .add(
            new HttpServerSpans()
                .session(Request::token)
                .user(
                    exchange ->
                        sessions.find(Request.token(exchange)).map(Session::user).orElse(null)));
    web.server.setExecutor(web.threads);
    web.server.start();
    return web;
  }

  /**
   * Returns the address of the page.
   *
   * @return the URL
   */
  public String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
