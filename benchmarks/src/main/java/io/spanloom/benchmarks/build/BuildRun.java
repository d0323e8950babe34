package io.spanloom.benchmarks.build;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What it cost to build one program.
 *
 * @param classes of how many classes
 * @param costs of each step
 */
record BuildRun(int classes, Map<BuildRun.Step, Fork.Cost> costs) {

  private static final String JAVAC_HEAP = "1g";

  /** As little as an ordinary build has. */
  private static final String WEAVE_HEAP = "512m";

  /** What a build does. */
  enum Step {
    JAVAC,
    JAVAC_AND_PROCESSOR,
    WEAVE
  }

  Fork.Cost cost(Step step) {
    return requireNonNull(costs.get(step));
  }

  /**
   * Builds a program several times.
   *
   * @param classes its size
   * @param runs how often
   * @return medians of the times, maxima of the heaps
   */
  static BuildRun of(int classes, int runs) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("spanloom-benchmark");
    try {
      List<Path> sources = Sources.write(classes, folder.resolve("src"));
      Path list = folder.resolve("sources.txt");
      Files.write(list, sources.stream().map(Path::toString).toList());
      Map<Step, List<Fork.Cost>> all = new EnumMap<>(Step.class);
      for (int run = 0; run < runs; run++) {
        Path output = folder.resolve("run" + run);
        for (Step step : Step.values()) {
          Fork.Cost cost = run(step, new Fork(folder), list, output);
          all.computeIfAbsent(step, key -> new ArrayList<>()).add(cost);
        }
        delete(output);
      }
      Map<Step, Fork.Cost> medians = new EnumMap<>(Step.class);
      all.forEach((step, costs) -> medians.put(step, median(costs)));
      return new BuildRun(classes, medians);
    } finally {
      delete(folder);
    }
  }

  private static Fork.Cost run(Step step, Fork fork, Path sources, Path output)
      throws IOException, InterruptedException {
    String classPath = System.getProperty("java.class.path");
    Path plain = Files.createDirectories(output.resolve("plain"));
    Path traced = Files.createDirectories(output.resolve("traced"));
    return switch (step) {
      case JAVAC ->
          fork.run(
              JAVAC_HEAP, MeasuredTool.JAVAC, javac(plain, classPath, "-proc:none", "@" + sources));
      case JAVAC_AND_PROCESSOR ->
          fork.run(
              JAVAC_HEAP,
              MeasuredTool.JAVAC,
              javac(
                  traced,
                  classPath,
                  "-processor",
                  "io.spanloom.processor.SpansProcessor",
                  "@" + sources));
      case WEAVE ->
          fork.run(
              WEAVE_HEAP,
              MeasuredTool.WEAVER,
              List.of("--classes", traced.toString(), "--class-path", classPath));
    };
  }

  private static List<String> javac(Path output, String classPath, String... more) {
    List<String> result = new ArrayList<>(List.of("-d", output.toString(), "-cp", classPath));
    result.addAll(List.of(more));
    return result;
  }

  private static Fork.Cost median(List<Fork.Cost> costs) {
    return new Fork.Cost(
        costs.stream().map(Fork.Cost::seconds).sorted().toList().get(costs.size() / 2),
        costs.stream().map(Fork.Cost::megabytes).max(Comparator.naturalOrder()).orElseThrow());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
