package io.spanloom.benchmarks.load;

import static io.spanloom.benchmarks.load.ShopServer.TRACED;
import static io.spanloom.benchmarks.load.ShopServer.UNTRACED;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Puts a server under load and prints the tables for docs/performance.md. */
public final class LoadReport {

  private static final String AGENT_JAR = "opentelemetry-javaagent-";

  private LoadReport() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments ignored
   * @throws IOException if no port is free
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    lines(LoadGenerator.DEFAULT).forEach(System.out::println);
  }

  static List<String> lines(LoadGenerator load) throws IOException, InterruptedException {
    try (Collector collector = Collector.start()) {
      List<String> lines = new ArrayList<>();
      lines.add("| | untraced | traced | added | target |");
      lines.add("| --- | ---: | ---: | ---: | ---: |");
      lines.addAll(latencies(load, collector));
      lines.addAll(heap(load, collector));
      lines.add("");
      lines.add("| time to first response | median (quartiles) | added |");
      lines.add("| --- | ---: | ---: |");
      lines.addAll(startUps(load, collector));
      return lines;
    }
  }

  /** Measures both shops in one server, in turn, so that disturbances affect both. */
  private static List<String> latencies(LoadGenerator load, Collector collector)
      throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(collector, List.of(), TRACED)) {
      load.warmUpAndRun(server, List.of(UNTRACED, TRACED));
      double[] micros =
          Arrays.stream(server.get(ShopServer.LATENCIES).split(" "))
              .mapToDouble(nanos -> Long.parseLong(nanos) / 1e3)
              .toArray();
      return List.of(
          row("a request, p50", "%.1f µs", micros[0], micros[2], "50 µs at p99"),
          row("a request, p99", "%.1f µs", micros[1], micros[3], "50 µs"));
    }
  }

  private static List<String> heap(LoadGenerator load, Collector collector)
      throws IOException, InterruptedException {
    Heap untraced = heap(load, collector, UNTRACED);
    Heap traced = heap(load, collector, TRACED);
    return List.of(
        row(
            "heap after GC, under load",
            "%.2f MB",
            untraced.underLoad(),
            traced.underLoad(),
            "2 MB"),
        row("heap after GC, all spans sent", "%.2f MB", untraced.idle(), traced.idle(), "2 MB"));
  }

  private static Heap heap(LoadGenerator load, Collector collector, String shop)
      throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(collector, List.of(), shop)) {
      load.warmUpAndRun(server, List.of(shop));
      double underLoad = heap(server);
      load.waitForFlush();
      return new Heap(underLoad, heap(server));
    }
  }

  private static double heap(ServerProcess server) throws IOException, InterruptedException {
    return Long.parseLong(server.get(ShopServer.HEAP)) / 1e6;
  }

  /**
   * Heap in use after garbage collection, in megabytes.
   *
   * @param underLoad the heap right after the last request
   * @param idle the heap once all spans are sent
   */
  private record Heap(double underLoad, double idle) {}

  private static String row(
      String name, String unit, double untraced, double traced, String target) {
    return String.format(
        Locale.ROOT,
        "| %s | " + unit + " | " + unit + " | " + unit + " | %s |",
        name,
        untraced,
        traced,
        traced - untraced,
        target);
  }

  private static List<String> startUps(LoadGenerator load, Collector collector)
      throws IOException, InterruptedException {
    List<StartupTime> servers = new ArrayList<>();
    servers.add(new StartupTime("untraced", UNTRACED, List.of()));
    servers.add(new StartupTime("Spanloom", TRACED, List.of()));
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> new File(entry).getName().startsWith(AGENT_JAR))
        .forEach(
            jar ->
                servers.add(
                    new StartupTime("OpenTelemetry agent " + version(jar), UNTRACED, agent(jar))));
    for (int i = 0; i < load.starts(); i++) {
      for (StartupTime server : servers) {
        server.run(collector);
      }
    }
    return servers.stream().map(server -> server.row(servers.get(0))).toList();
  }

  private static List<String> agent(String jar) {
    return List.of("-javaagent:" + jar);
  }

  private static String version(String jar) {
    return new File(jar).getName().replace(AGENT_JAR, "").replace(".jar", "");
  }
}
