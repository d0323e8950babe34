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

  private static final List<Integer> SIZES = List.of(1, 100, 1_000, 4_000);
  private static final int RUNS = 3;
  private static final int MODULES = 30;
  private static final int CLASSES_PER_MODULE = 20;

  private BuildReport() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments the numbers of classes; 1, 100, 1,000 and 4,000 by default
   * @throws IOException if the sources cannot be written
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Integer> sizes =
        arguments.length == 0 ? SIZES : Arrays.stream(arguments).map(Integer::valueOf).toList();
    lines(sizes, RUNS).forEach(System.out::println);
    lines(ModuleCosts.of(MODULES, CLASSES_PER_MODULE)).forEach(System.out::println);
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
            + " | compared with javac | class files |");
    lines.add("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
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

  static List<String> lines(ModuleCosts costs) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        costs.modules() + " modules of " + costs.classes() + " classes, compiled in one JVM:");
    lines.add("");
    lines.add("| | javac | javac with processor | javac with processor and weaving |");
    lines.add("| --- | ---: | ---: | ---: |");
    lines.add(row("first module", costs.first()));
    lines.add(row("each further module", costs.later()));
    return lines;
  }

  private static String row(String title, Map<Step, Long> times) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d ms | %,d ms | %,d ms |",
        title,
        times.get(Step.JAVAC),
        times.get(Step.JAVAC_WITH_PROCESSOR),
        times.get(Step.JAVAC_WEAVING));
  }

  private static String row(BuildCosts costs) {
    return String.format(
        Locale.ROOT,
        "| %,d | %s | %s | %s | %s | %.1f | %.1f |",
        costs.classes(),
        costs.cost(Step.JAVAC),
        costs.cost(Step.JAVAC_WITH_PROCESSOR),
        costs.cost(Step.WEAVE),
        costs.cost(Step.JAVAC_WEAVING),
        costs.cost(Step.JAVAC_WEAVING).seconds() / costs.cost(Step.JAVAC).seconds(),
        costs.growth());
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
