package io.spanloom.benchmarks.build;

import io.spanloom.benchmarks.build.BuildCosts.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Builds programs of several sizes and prints the tables for docs/performance.md. */
public final class BuildReport {

  private static final List<Integer> SIZES = List.of(100, 1_000, 4_000);
  private static final int RUNS = 3;

  private BuildReport() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments the numbers of classes; 100, 1,000 and 4,000 by default
   * @throws IOException if the sources cannot be written
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Integer> sizes =
        arguments.length == 0 ? SIZES : Arrays.stream(arguments).map(Integer::valueOf).toList();
    lines(sizes, RUNS).forEach(System.out::println);
  }

  static List<String> lines(List<Integer> sizes, int runs)
      throws IOException, InterruptedException {
    Map<Integer, BuildCosts> results = new TreeMap<>();
    for (int size : sizes) {
      results.put(size, BuildCosts.of(size, runs));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "| classes | javac | javac with processor | weave | javac with processor and weaving"
            + " | compared with javac |");
    lines.add("| ---: | ---: | ---: | ---: | ---: | ---: |");
    results.values().forEach(costs -> lines.add(row(costs)));
    lines.add("");
    lines.add("Times are medians of " + runs + " runs; heap figures are the maximum of the runs.");
    for (int i = 1; i < sizes.size(); i++) {
      BuildCosts smaller = results.get(sizes.get(i - 1));
      BuildCosts larger = results.get(sizes.get(i));
      if (smaller != null && larger != null) {
        lines.add(growth(smaller, larger));
      }
    }
    return lines;
  }

  private static String row(BuildCosts costs) {
    return String.format(
        Locale.ROOT,
        "| %,d | %s | %s | %s | %s | %.1f |",
        costs.classes(),
        costs.cost(Step.JAVAC),
        costs.cost(Step.JAVAC_WITH_PROCESSOR),
        costs.cost(Step.WEAVE),
        costs.cost(Step.JAVAC_WEAVING),
        costs.cost(Step.JAVAC_WEAVING).seconds() / costs.cost(Step.JAVAC).seconds());
  }

  private static String growth(BuildCosts smaller, BuildCosts larger) {
    return String.format(
        Locale.ROOT,
        "Weaving %,d classes takes %.1f times as long as weaving %,d.",
        larger.classes(),
        larger.cost(Step.WEAVE).seconds() / smaller.cost(Step.WEAVE).seconds(),
        smaller.classes());
  }
}
