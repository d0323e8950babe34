package io.spanloom.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link ShopServer} in a separate JVM. */
final class ServerProcess implements AutoCloseable {

  /** Without TCP_NODELAY, each response waits 40 ms for the client to acknowledge its headers. */
  private static final String NO_DELAY = "-Dsun.net.httpserver.nodelay=true";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final URI address;

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @param collector the collector of its spans
   * @param options the JVM options
   * @param arguments the server's arguments
   * @return the listening server
   * @throws IllegalStateException if the server exits before it listens
   */
  static ServerProcess start(Collector collector, List<String> options, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(NO_DELAY);
    command.addAll(collector.jvmOptions());
    command.addAll(options);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ShopServer.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = process.inputReader(UTF_8);
    String port = output.readLine();
    if (port == null) {
      throw new IllegalStateException("the server exited before it listened");
    }
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    return new ServerProcess(process, URI.create("http://" + host + ":" + port));
  }

  /** Returns the response body for a path with an optional query. */
  String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address.resolve("/" + path)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  /** Sends an order to a shop. */
  void order(String shop, int number) throws IOException, InterruptedException {
    get(shop + "?" + number);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
