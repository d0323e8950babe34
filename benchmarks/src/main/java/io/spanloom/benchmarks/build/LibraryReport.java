package io.spanloom.benchmarks.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compiles libraries with every public method traced and prints a table for docs/performance.md.
 */
public final class LibraryReport {

  private LibraryReport() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments a folder with the source jars of the libraries and the jars that they need
   * @throws IOException if the sources cannot be unpacked
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    lines(Path.of(arguments[0])).forEach(System.out::println);
  }

  static List<String> lines(Path folder) throws IOException, InterruptedException {
    List<Path> sources = BuildCosts.files(folder, "-sources.jar");
    List<Path> dependencies = new ArrayList<>(BuildCosts.files(folder, ".jar"));
    dependencies.removeAll(sources);
    List<String> lines = new ArrayList<>();
    lines.add(
        "| library | javac | javac with processor and weaving | compared with javac | class files"
            + " | source lines, generated lines |");
    lines.add("| --- | ---: | ---: | ---: | ---: | ---: |");
    for (Path jar : sources) {
      lines.add(row(LibraryCosts.of(jar, dependencies)));
    }
    return lines;
  }

  private static String row(LibraryCosts costs) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %.1f | %.1f | %,d, %,d |",
        costs.name(),
        costs.plain(),
        costs.woven(),
        costs.woven().seconds() / costs.plain().seconds(),
        (double) costs.wovenClasses().bytes() / costs.plainClasses().bytes(),
        costs.sources().lines(),
        costs.generated().lines());
  }
}
