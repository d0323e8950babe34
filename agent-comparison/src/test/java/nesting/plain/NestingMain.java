package nesting.plain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nesting.traced.Orders;
import nesting.traced.Stock;
import program.Scenario;

/** Runs calls whose spans are created by the agent and by Spanloom alternately. */
final class NestingMain {

  private NestingMain() {}

  public static void main(String[] arguments) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(pool);
    server.createContext("/stock", NestingMain::answer);
    server.start();
    InetSocketAddress address = server.getAddress();
    call(
        new URI("http", null, address.getHostString(), address.getPort(), "/stock", null, null),
        pool);
    server.stop(0);
    pool.shutdown();
    if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the server did not stop");
    }
  }

  private static void call(URI stock, ExecutorService pool) {
    Front front = new Front(new Orders(stock));
    Scenario.of("through HTTP", front::place);
    Scenario.of("through HTTP, later", () -> front.placeLater().join());
    Scenario.of("in another thread", () -> front.inAnotherThread(pool));
    Scenario.of("by hand", front::byHand);
    Scenario.of("a separate trace", front::alone);
    Scenario.of("failing", front::fail);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    Stock.reserve(NestingMain::write);
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  @WithSpan
  private static void write() {}
}
