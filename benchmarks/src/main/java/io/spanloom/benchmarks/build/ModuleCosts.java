package io.spanloom.benchmarks.build;

import io.spanloom.benchmarks.build.BuildCosts.Step;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Costs of compiling the modules of a build in one JVM, in milliseconds.
 *
 * @param modules the number of modules
 * @param classes the number of classes per module
 * @param first the time of the first module, by step
 * @param later the median time of the other modules, by step
 */
record ModuleCosts(int modules, int classes, Map<Step, Long> first, Map<Step, Long> later) {

  private static final List<Step> STEPS =
      List.of(Step.JAVAC, Step.JAVAC_WITH_PROCESSOR, Step.JAVAC_WEAVING);

  /** Compiles the modules with each set of options. */
  static ModuleCosts of(int modules, int classes) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("spanloom-benchmark");
    try {
      List<String> lists = new ArrayList<>();
      for (int module = 0; module < modules; module++) {
        Path list = folder.resolve("sources" + module + ".txt");
        Files.write(
            list,
            GeneratedSources.write(classes, folder.resolve("src" + module)).stream()
                .map(Path::toString)
                .toList());
        lists.add(list.toString());
      }
      Map<Step, Long> first = new EnumMap<>(Step.class);
      Map<Step, Long> later = new EnumMap<>(Step.class);
      for (Step step : STEPS) {
        List<Long> times = compile(folder, step, lists);
        first.put(step, times.get(0));
        later.put(step, times.stream().skip(1).sorted().toList().get((modules - 1) / 2));
      }
      return new ModuleCosts(modules, classes, first, later);
    } finally {
      BuildCosts.delete(folder);
    }
  }

  private static List<Long> compile(Path folder, Step step, List<String> lists)
      throws IOException, InterruptedException {
    Path times = folder.resolve("times.txt");
    List<String> options = options(step);
    List<String> command =
        Stream.of(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-classpath",
                    ownClasses(),
                    CompiledModules.class.getName(),
                    times.toString(),
                    folder.resolve(step.name()).toString(),
                    Integer.toString(options.size())),
                options.stream(),
                lists.stream())
            .flatMap(part -> part)
            .toList();
    Path output = folder.resolve("output.txt");
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException(step + " failed:\n" + Files.readString(output));
    }
    return Files.readAllLines(times).stream().map(Long::valueOf).toList();
  }

  private static List<String> options(Step step) {
    String classPath = System.getProperty("java.class.path");
    return switch (step) {
      case JAVAC -> List.of("-cp", classPath, "-proc:none");
      case JAVAC_WITH_PROCESSOR ->
          List.of("-cp", classPath, "-processorpath", processorPath(), "-Aspanloom.weave=false");
      default -> List.of("-cp", classPath, "-processorpath", processorPath());
    };
  }

  /** Returns the jars of the class path; the processor's classes stay loaded only from jars. */
  private static String processorPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Files.isRegularFile(Path.of(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String ownClasses() {
    return Path.of(
            CompiledModules.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }
}
