package io.spanloom.benchmarks.call;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs the benchmark and prints its table for docs/performance.md.
 *
 * <p>All variants of a scenario are measured before the next scenario, so that compared figures are
 * taken within minutes of each other.
 */
public final class CallReport {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private CallReport() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments JMH options, such as {@code -f 5}
   * @throws CommandLineOptionException if an option is invalid
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
    CommandLineOptions options = new CommandLineOptions(arguments);
    List<String> rows = new ArrayList<>();
    for (SpanScenario scenario : SpanScenario.values()) {
      rows.add(row(scenario, run(scenario, options)));
    }
    System.out.println();
    System.out.println(
        "| scenario | untraced | current span | by hand | Spanloom | ratio | target | more B/op |");
    System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    rows.forEach(System.out::println);
    System.out.println("\nTimes are medians of all iterations, with their quartiles.");
  }

  private static Collection<RunResult> run(SpanScenario scenario, CommandLineOptions options)
      throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .parent(options)
                .include("\\b" + CallBenchmark.class.getSimpleName() + "\\.")
                .param("scenario", scenario.name())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build())
        .run();
  }

  private static String row(SpanScenario scenario, Collection<RunResult> results) {
    Cost untraced = cost(results, "untraced");
    Cost currentSpan = cost(results, "currentSpan");
    Cost byHand = cost(results, "byHand");
    Cost spanloom = cost(results, "spanloom");
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %.3f | %.2f | %.0f |",
        scenario.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        untraced,
        currentSpan,
        byHand,
        spanloom,
        spanloom.time() / byHand.time(),
        scenario.target(),
        spanloom.allocated() - byHand.allocated());
  }

  private static Cost cost(Collection<RunResult> results, String method) {
    for (RunResult result : results) {
      if (result.getParams().getBenchmark().endsWith("." + method)) {
        return new Cost(
            result.getPrimaryResult().getStatistics(),
            requireNonNull(result.getSecondaryResults().get(ALLOCATED))
                .getStatistics()
                .getPercentile(50));
      }
    }
    throw new IllegalStateException("no JMH result for " + method);
  }

  /**
   * Cost of one call.
   *
   * @param times the time per call in nanoseconds, one value per iteration
   * @param allocated the allocated bytes per call
   */
  private record Cost(Statistics times, double allocated) {

    /** Returns the median, because other load on the machine slows single iterations down. */
    double time() {
      return times.getPercentile(50);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.1f ns (%.1f–%.1f), %.0f B",
          time(),
          times.getPercentile(25),
          times.getPercentile(75),
          allocated);
    }
  }
}
