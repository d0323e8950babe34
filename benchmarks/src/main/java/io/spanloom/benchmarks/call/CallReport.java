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
 * <p>Fate by fate, so that what is compared is measured within the same minute of the machine.
 */
public final class CallReport {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private CallReport() {}

  /**
   * Runs it.
   *
   * @param arguments options of JMH, such as {@code -f 5}
   * @throws CommandLineOptionException if JMH does not know one
   * @throws RunnerException if a run fails
   */
  public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
    CommandLineOptions options = new CommandLineOptions(arguments);
    List<String> rows = new ArrayList<>();
    for (SpanScenario fate : SpanScenario.values()) {
      rows.add(row(fate, run(fate, options)));
    }
    System.out.println();
    System.out.println(
        "| fate | untraced | current span | by hand | Spanloom | part of the time | at most | more B/op |");
    System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    rows.forEach(System.out::println);
    System.out.println("\nTimes are medians of all iterations, with their quartiles.");
  }

  private static Collection<RunResult> run(SpanScenario fate, CommandLineOptions options)
      throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .parent(options)
                .include("\\b" + CallBenchmark.class.getSimpleName() + "\\.")
                .param("fate", fate.name())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build())
        .run();
  }

  private static String row(SpanScenario fate, Collection<RunResult> results) {
    Cost untraced = cost(results, "untraced");
    Cost currentSpan = cost(results, "currentSpan");
    Cost byHand = cost(results, "byHand");
    Cost spanloom = cost(results, "spanloom");
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %.3f | %.2f | %.0f |",
        fate.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        untraced,
        currentSpan,
        byHand,
        spanloom,
        spanloom.time() / byHand.time(),
        fate.target(),
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
    throw new IllegalStateException("JMH has no result of " + method);
  }

  /**
   * What one call costs.
   *
   * @param times nanoseconds, one value for each iteration
   * @param allocated bytes
   */
  private record Cost(Statistics times, double allocated) {

    /**
     * The median, since what else the machine does makes single iterations slower, never faster.
     */
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
