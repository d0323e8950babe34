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

/** A {@link ShopServer} in a JVM of its own, and what it answers. */
final class ServerProcess implements AutoCloseable {

  /** Without it each answer waits 40 ms for the client's acknowledgement of its headers. */
  private static final String NO_DELAY = "-Dsun.net.httpserver.nodelay=true";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final URI address;

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts one and waits until it listens.
   *
   * @param collector where its spans go
   * @param options of the JVM
   * @param arguments of the server
   * @throws IllegalStateException if it ends in place of listening
   */
  static ServerProcess start(Collector collector, List<String> options, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(NO_DELAY);
    command.addAll(collector.properties());
    command.addAll(options);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ShopServer.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = process.inputReader(UTF_8);
    String port = output.readLine();
    if (port == null) {
      throw new IllegalStateException("the server ended before it listened");
    }
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    return new ServerProcess(process, URI.create("http://" + host + ":" + port));
  }

  /** Returns what the server answers to a path with an optional query. */
  String ask(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address.resolve("/" + path)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  /** Sends an order to one of the shops. */
  void order(String shop, int number) throws IOException, InterruptedException {
    ask(shop + "?" + number);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
