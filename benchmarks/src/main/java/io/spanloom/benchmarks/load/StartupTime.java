package io.spanloom.benchmarks.load;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.util.ListStatistics;

/** A kind of server, started again and again until it has answered its first request. */
final class StartupTime {

  private final String name;
  private final String shop;
  private final List<String> options;
  private final ListStatistics seconds = new ListStatistics();

  /**
   * Makes a kind that was not started yet.
   *
   * @param name what the report calls it
   * @param shop the shop that is asked
   * @param options of the JVM
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

  /** Returns a row of the report, with what this kind takes more than another. */
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
