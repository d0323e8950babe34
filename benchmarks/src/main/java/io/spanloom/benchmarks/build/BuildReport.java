package io.spanloom.benchmarks.build;

import io.spanloom.benchmarks.build.BuildRun.Step;
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
   * Runs it.
   *
   * @param arguments other numbers of classes than 100, 1,000 and 4,000
   * @throws IOException if there is no room for the programs
   * @throws InterruptedException if it is to stop
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Integer> sizes =
        arguments.length == 0 ? SIZES : Arrays.stream(arguments).map(Integer::valueOf).toList();
    lines(sizes, RUNS).forEach(System.out::println);
  }

  static List<String> lines(List<Integer> sizes, int runs)
      throws IOException, InterruptedException {
    Map<Integer, BuildRun> results = new TreeMap<>();
    for (int size : sizes) {
      results.put(size, BuildRun.of(size, runs));
    }
    List<String> lines = new ArrayList<>();
    lines.add("| classes | javac | javac and processor | weave | weave / javac and processor |");
    lines.add("| ---: | ---: | ---: | ---: | ---: |");
    results.values().forEach(run -> lines.add(row(run)));
    lines.add("");
    lines.add("Times are medians of " + runs + " runs, with the largest heap of any of them.");
    for (int i = 1; i < sizes.size(); i++) {
      BuildRun less = results.get(sizes.get(i - 1));
      BuildRun more = results.get(sizes.get(i));
      if (less != null && more != null) {
        lines.add(growth(less, more));
      }
    }
    return lines;
  }

  private static String row(BuildRun run) {
    return String.format(
        Locale.ROOT,
        "| %,d | %s | %s | %s | %.2f |",
        run.classes(),
        run.cost(Step.JAVAC),
        run.cost(Step.JAVAC_AND_PROCESSOR),
        run.cost(Step.WEAVE),
        run.cost(Step.WEAVE).seconds() / run.cost(Step.JAVAC_AND_PROCESSOR).seconds());
  }

  private static String growth(BuildRun less, BuildRun more) {
    return String.format(
        Locale.ROOT,
        "To weave %,d classes takes %.1f times as long as %,d.",
        more.classes(),
        more.cost(Step.WEAVE).seconds() / less.cost(Step.WEAVE).seconds(),
        less.classes());
  }
}
