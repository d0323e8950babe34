package io.spanloom.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.spanloom.telemetry.Telemetry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;

/** An HTTP server with both shops. The main class of a {@link ServerProcess}. */
final class ShopServer {

  static final String TRACED = "traced";
  static final String UNTRACED = "untraced";

  /** The path that returns the bytes of heap in use after garbage collection. */
  static final String HEAP = "heap";

  /** The path that returns p50 and p99 of each shop in nanoseconds, and resets them. */
  static final String LATENCIES = "latencies";

  private static final int MAX_REQUESTS = 1_000_000;
  private static final int THREADS = 2;

  private ShopServer() {}

  /**
   * Prints the server's port and serves requests until the process is destroyed.
   *
   * @param arguments {@link #TRACED} to start telemetry
   * @throws IOException if no port is free
   */
  public static void main(String[] arguments) throws IOException {
    if (List.of(arguments).contains(TRACED)) {
      Telemetry.start();
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    LatencyHistogram untraced = new LatencyHistogram(MAX_REQUESTS);
    LatencyHistogram traced = new LatencyHistogram(MAX_REQUESTS);
    shop(server, UNTRACED, new UntracedShop(), untraced);
    shop(server, TRACED, new TracedShop(), traced);
    server.createContext("/" + HEAP, exchange -> respond(exchange, Long.toString(usedHeap())));
    server.createContext(
        "/" + LATENCIES,
        exchange -> respond(exchange, percentiles(untraced) + " " + percentiles(traced)));
    server.start();
    System.out.println(server.getAddress().getPort());
  }

  private static void shop(HttpServer server, String name, Shop shop, LatencyHistogram latencies) {
    server.createContext(
        "/" + name,
        exchange -> {
          int number = Integer.parseInt(exchange.getRequestURI().getQuery());
          long before = System.nanoTime();
          int result = shop.order(number);
          latencies.add(System.nanoTime() - before);
          respond(exchange, Integer.toString(result));
        });
  }

  private static String percentiles(LatencyHistogram latencies) {
    String result = latencies.percentile(50) + " " + latencies.percentile(99);
    latencies.reset();
    return result;
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void respond(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
