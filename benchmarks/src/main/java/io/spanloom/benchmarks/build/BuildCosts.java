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
 * Costs of building one program.
 *
 * @param classes the program's number of classes
 * @param costs the cost of each step
 * @param growth the size of the woven class files, compared with those of javac alone
 */
record BuildCosts(int classes, Map<BuildCosts.Step, ToolRunner.Cost> costs, double growth) {

  private static final String JAVAC_HEAP = "1g";

  /** Small enough for an ordinary build. */
  private static final String WEAVE_HEAP = "512m";

  /** A step of the build. */
  enum Step {
    /** javac alone. */
    JAVAC,
    /** javac with the processor, which leaves the weaving to the next step. */
    JAVAC_WITH_PROCESSOR,
    /** The weaver on the output of the step before. */
    WEAVE,
    /** javac with the processor, which weaves before javac ends. */
    JAVAC_WEAVING
  }

  ToolRunner.Cost cost(Step step) {
    return requireNonNull(costs.get(step));
  }

  /**
   * Builds a program several times.
   *
   * @param classes the program's number of classes
   * @param runs the number of builds
   * @return the median times and maximum heaps
   */
  static BuildCosts of(int classes, int runs) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("spanloom-benchmark");
    try {
      List<Path> sources = GeneratedSources.write(classes, folder.resolve("src"));
      Path list = folder.resolve("sources.txt");
      Files.write(list, sources.stream().map(Path::toString).toList());
      Map<Step, List<ToolRunner.Cost>> costsByStep = new EnumMap<>(Step.class);
      double growth = 0;
      for (int run = 0; run < runs; run++) {
        Path output = folder.resolve("run" + run);
        for (Step step : Step.values()) {
          ToolRunner.Cost cost = run(step, new ToolRunner(folder), list, output);
          costsByStep.computeIfAbsent(step, key -> new ArrayList<>()).add(cost);
        }
        growth = (double) bytes(output.resolve("woven")) / bytes(output.resolve("plain"));
        delete(output);
      }
      Map<Step, ToolRunner.Cost> medians = new EnumMap<>(Step.class);
      costsByStep.forEach((step, costs) -> medians.put(step, median(costs)));
      return new BuildCosts(classes, medians, growth);
    } finally {
      delete(folder);
    }
  }

  private static long bytes(Path classes) throws IOException {
    long result = 0;
    for (Path file : files(classes, ".class")) {
      result += Files.size(file);
    }
    return result;
  }

  private static ToolRunner.Cost run(Step step, ToolRunner runner, Path sources, Path output)
      throws IOException, InterruptedException {
    String classPath = System.getProperty("java.class.path");
    Path plain = Files.createDirectories(output.resolve("plain"));
    Path traced = Files.createDirectories(output.resolve("traced"));
    Path woven = Files.createDirectories(output.resolve("woven"));
    return switch (step) {
      case JAVAC ->
          runner.run(
              JAVAC_HEAP, MeasuredTool.JAVAC, javac(plain, classPath, "-proc:none", "@" + sources));
      case JAVAC_WITH_PROCESSOR ->
          runner.run(
              JAVAC_HEAP,
              MeasuredTool.JAVAC,
              withProcessor(traced, classPath, "-Aspanloom.weave=false", "@" + sources));
      case WEAVE ->
          runner.run(
              WEAVE_HEAP,
              MeasuredTool.WEAVER,
              List.of("--classes", traced.toString(), "--class-path", classPath));
      case JAVAC_WEAVING ->
          runner.run(
              JAVAC_HEAP, MeasuredTool.JAVAC, withProcessor(woven, classPath, "@" + sources));
    };
  }

  private static List<String> withProcessor(Path output, String classPath, String... options) {
    List<String> result =
        javac(output, classPath, "-processor", "io.spanloom.processor.SpansProcessor");
    result.addAll(List.of(options));
    return result;
  }

  private static List<String> javac(Path output, String classPath, String... options) {
    List<String> result = new ArrayList<>(List.of("-d", output.toString(), "-cp", classPath));
    result.addAll(List.of(options));
    return result;
  }

  private static ToolRunner.Cost median(List<ToolRunner.Cost> costs) {
    return new ToolRunner.Cost(
        costs.stream().map(ToolRunner.Cost::seconds).sorted().toList().get(costs.size() / 2),
        costs.stream()
            .map(ToolRunner.Cost::megabytes)
            .max(Comparator.naturalOrder())
            .orElseThrow());
  }

  /** Returns the files below a folder whose names end with a suffix, sorted. */
  static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
