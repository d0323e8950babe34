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
 * Serves the page to browsers on this machine. It answers requests for {@code localhost} only, so
 * that no page of another site can read it by giving its own name the address 127.0.0.1.
 */
final class PageServer {

  private static final Pattern LOCAL =
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
    this.threads = Executors.newFixedThreadPool(2, PageServer::daemon);
  }

  /**
   * Starts to serve.
   *
   * @param port where, or 0 for any that is free
   * @throws IOException if the port cannot be had
   */
  static PageServer start(int port, RecentTraces traces, PageHtml html) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
    PageServer page = new PageServer(HttpServer.create(address, 0), traces, html);
    page.server.setExecutor(page.threads);
    page.server.createContext("/", page::answer);
    // Its own thread is a daemon if the one that starts it is: the program must be able to end.
    CompletableFuture.runAsync(page.server::start, page.threads).join();
    return page;
  }

  private static Thread daemon(Runnable task) {
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

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      if (host == null || !LOCAL.matcher(host).matches()) {
        send(exchange, 403, "text/plain", "This page is for browsers on its own machine only.\n");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        send(exchange, 405, "text/plain", "This page can only be read.\n");
      } else {
        get(exchange);
      }
    }
  }

  private void get(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case "/" -> send(exchange, 200, "text/html", html.with(""));
      case "/traces" ->
          send(exchange, 200, "application/json", since(exchange.getRequestURI().getQuery()));
      default -> send(exchange, 404, "text/plain", "There is nothing here but the page at /.\n");
    }
  }

  private String since(@Nullable String query) {
    Matcher seen = SINCE.matcher(query == null ? "" : query);
    return seen.matches()
        ? traces.since(seen.group(1), Long.parseLong(seen.group(2)))
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
      exchange.sendResponseHeaders(status, -1); // the answer has no body, and the JDK would warn
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
