package io.spanloom.benchmarks.load;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.util.ListStatistics;

/** Measures the time from the start of a server to its first response. */
final class StartupTime {

  private final String name;
  private final String shop;
  private final List<String> options;
  private final ListStatistics seconds = new ListStatistics();

  /**
   * Creates an empty measurement.
   *
   * @param name the server's name in the report
   * @param shop the shop that gets the request
   * @param options the JVM options
   */
  StartupTime(String name, String shop, List<String> options) {
    this.name = name;
    this.shop = shop;
    this.options = options;
  }

  void run(Collector collector) throws IOException, InterruptedException {
    long before = System.nanoTime();
    try (ServerProcess server = ServerProcess.start(collector, options, shop)) {
      server.order(shop, 1);
      seconds.addValue((System.nanoTime() - before) / 1e9);
    }
  }

  /** Returns a row of the report, with the time added to the base. */
  String row(StartupTime base) {
    return String.format(
        Locale.ROOT,
        "| %s | %.2f s (%.2f–%.2f) | %.2f s |",
        name,
        seconds.getPercentile(50),
        seconds.getPercentile(25),
        seconds.getPercentile(75),
        seconds.getPercentile(50) - base.seconds.getPercentile(50));
  }
}
