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

/** An HTTP server with the shop behind it. For a JVM of its own. */
final class ShopServer {

  static final String TRACED = "traced";
  static final String UNTRACED = "untraced";

  /** Asked for the number of bytes on the heap that are still in use after garbage collection. */
  static final String HEAP = "heap";

  /**
   * Asked for the median and the 99th percentile of both shops, in nanoseconds, and forgets them.
   */
  static final String TIMES = "times";

  private static final int MOST_REQUESTS = 1_000_000;
  private static final int THREADS = 2;

  private ShopServer() {}

  /**
   * Serves until the process is destroyed; prints its port.
   *
   * @param arguments {@link #TRACED} for a server that starts telemetry
   * @throws IOException if no port is free
   */
  public static void main(String[] arguments) throws IOException {
    if (List.of(arguments).contains(TRACED)) {
      Telemetry.start();
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    LatencyHistogram untraced = new LatencyHistogram(MOST_REQUESTS);
    LatencyHistogram traced = new LatencyHistogram(MOST_REQUESTS);
    shop(server, UNTRACED, new UntracedShop(), untraced);
    shop(server, TRACED, new TracedShop(), traced);
    server.createContext("/" + HEAP, exchange -> answer(exchange, Long.toString(usedHeap())));
    server.createContext(
        "/" + TIMES, exchange -> answer(exchange, taken(untraced) + " " + taken(traced)));
    server.start();
    System.out.println(server.getAddress().getPort());
  }

  private static void shop(HttpServer server, String name, Shop shop, LatencyHistogram times) {
    server.createContext(
        "/" + name,
        exchange -> {
          int number = Integer.parseInt(exchange.getRequestURI().getQuery());
          long before = System.nanoTime();
          int result = shop.order(number);
          times.add(System.nanoTime() - before);
          answer(exchange, Integer.toString(result));
        });
  }

  private static String taken(LatencyHistogram times) {
    String result = times.percentile(50) + " " + times.percentile(99);
    times.forget();
    return result;
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
