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
   * Runs it.
   *
   * @param arguments none
   * @throws IOException if no port is free
   * @throws InterruptedException if it is to stop
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    lines(LoadGenerator.USUAL).forEach(System.out::println);
  }

  static List<String> lines(LoadGenerator load) throws IOException, InterruptedException {
    try (Collector collector = Collector.start()) {
      List<String> lines = new ArrayList<>();
      lines.add("| | untraced | traced | added | goal |");
      lines.add("| --- | ---: | ---: | ---: | ---: |");
      lines.addAll(times(load, collector));
      lines.addAll(heap(load, collector));
      lines.add("");
      lines.add("| until the first answer | median (quartiles) | added |");
      lines.add("| --- | ---: | ---: |");
      lines.addAll(starts(load, collector));
      return lines;
    }
  }

  /** Both shops are in one server and asked in turn, so that whatever happens happens to both. */
  private static List<String> times(LoadGenerator load, Collector collector)
      throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(collector, List.of(), TRACED)) {
      load.warmUpAndRun(server, List.of(UNTRACED, TRACED));
      double[] micros =
          Arrays.stream(server.ask(ShopServer.TIMES).split(" "))
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
        row("heap after GC, under load", "%.2f MB", untraced.loaded(), traced.loaded(), "2 MB"),
        row(
            "heap after GC, all spans sent",
            "%.2f MB",
            untraced.rested(),
            traced.rested(),
            "2 MB"));
  }

  private static Heap heap(LoadGenerator load, Collector collector, String shop)
      throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(collector, List.of(), shop)) {
      load.warmUpAndRun(server, List.of(shop));
      double loaded = heap(server);
      load.rest();
      return new Heap(loaded, heap(server));
    }
  }

  private static double heap(ServerProcess server) throws IOException, InterruptedException {
    return Long.parseLong(server.ask(ShopServer.HEAP)) / 1e6;
  }

  /**
   * Megabytes in use after garbage collection.
   *
   * @param loaded while requests are served
   * @param rested after that
   */
  private record Heap(double loaded, double rested) {}

  private static String row(String what, String unit, double untraced, double traced, String goal) {
    return String.format(
        Locale.ROOT,
        "| %s | " + unit + " | " + unit + " | " + unit + " | %s |",
        what,
        untraced,
        traced,
        traced - untraced,
        goal);
  }

  private static List<String> starts(LoadGenerator load, Collector collector)
      throws IOException, InterruptedException {
    List<StartupTime> kinds = new ArrayList<>();
    kinds.add(new StartupTime("untraced", UNTRACED, List.of()));
    kinds.add(new StartupTime("Spanloom", TRACED, List.of()));
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> new File(entry).getName().startsWith(AGENT_JAR))
        .forEach(
            jar ->
                kinds.add(
                    new StartupTime("OpenTelemetry agent " + version(jar), UNTRACED, agent(jar))));
    for (int i = 0; i < load.starts(); i++) {
      for (StartupTime kind : kinds) {
        kind.run(collector);
      }
    }
    return kinds.stream().map(kind -> kind.row(kinds.get(0))).toList();
  }

  private static List<String> agent(String jar) {
    return List.of("-javaagent:" + jar);
  }

  private static String version(String jar) {
    return new File(jar).getName().replace(AGENT_JAR, "").replace(".jar", "");
  }
}
