package io.spanloom.telemetry.view.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page to browsers on this machine. It rejects host names other than {@code localhost},
 * which prevents DNS rebinding: another site cannot read the page by resolving its own name to
 * 127.0.0.1. Thread-safe.
 */
final class PageServer {

  private static final Pattern LOCAL_HOST =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
  private static final Pattern SINCE = Pattern.compile("run=([\\w-]{1,40})&since=(\\d{1,18})");
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final HttpServer server;
  private final ExecutorService threads;
  private final RecentTraces traces;
  private final PageHtml html;

  private PageServer(HttpServer server, RecentTraces traces, PageHtml html) {
    this.server = server;
    this.traces = traces;
    this.html = html;
    this.threads = Executors.newFixedThreadPool(2, PageServer::daemonThread);
  }

  /**
   * Starts a server.
   *
   * @param port the port, or 0 for any free port
   * @param traces the traces to serve
   * @param html the page to serve
   * @throws IOException if the port is not available
   */
  static PageServer start(int port, RecentTraces traces, PageHtml html) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
    PageServer page = new PageServer(HttpServer.create(address, 0), traces, html);
    page.server.setExecutor(page.threads);
    page.server.createContext("/", page::handle);
    // The server's thread inherits the daemon flag, so that it does not keep the program running.
    CompletableFuture.runAsync(page.server::start, page.threads).join();
    return page;
  }

  private static Thread daemonThread(Runnable task) {
    Thread thread = new Thread(task, "spanloom-page-server");
    thread.setDaemon(true);
    return thread;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  void stop() {
    server.stop(0);
    threads.shutdown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      if (host == null || !LOCAL_HOST.matcher(host).matches()) {
        send(exchange, 403, "text/plain", "This page accepts only requests for localhost.\n");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        send(exchange, 405, "text/plain", "This page supports only GET.\n");
      } else {
        get(exchange);
      }
    }
  }

  private void get(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case "/" -> send(exchange, 200, "text/html", html.withData(""));
      case "/traces" ->
          send(exchange, 200, "application/json", since(exchange.getRequestURI().getQuery()));
      default -> send(exchange, 404, "text/plain", "Not found. The page is at /.\n");
    }
  }

  private String since(@Nullable String query) {
    Matcher known = SINCE.matcher(query == null ? "" : query);
    return known.matches()
        ? traces.since(known.group(1), Long.parseLong(known.group(2)))
        : traces.all();
  }

  private void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=utf-8");
    headers.set("Content-Security-Policy", html.policy() + "; frame-ancestors 'none'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1); // HEAD has no body; the JDK would log a warning
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
