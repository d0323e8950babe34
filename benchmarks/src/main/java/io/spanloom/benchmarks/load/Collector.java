package io.spanloom.benchmarks.load;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Receives spans over OTLP/HTTP and discards them. */
final class Collector implements AutoCloseable {

  private final HttpServer server;

  private Collector(HttpServer server) {
    this.server = server;
  }

  static Collector start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.sendResponseHeaders(200, -1);
          }
        });
    server.start();
    return new Collector(server);
  }

  /** Returns the JVM options of a program that sends its spans to this collector. */
  List<String> jvmOptions() {
    return List.of(
        "-Dotel.service.name=shop",
        "-Dotel.traces.exporter=otlp",
        "-Dotel.metrics.exporter=none",
        "-Dotel.logs.exporter=none",
        "-Dotel.exporter.otlp.protocol=http/protobuf",
        "-Dotel.exporter.otlp.endpoint=http://"
            + InetAddress.getLoopbackAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
