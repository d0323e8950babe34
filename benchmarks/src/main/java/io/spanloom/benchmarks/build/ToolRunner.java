package io.spanloom.benchmarks.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs a tool in a separate JVM, as a build does, and measures its time and heap. */
final class ToolRunner {

  private final Path folder;

  /**
   * Creates a runner.
   *
   * @param folder the folder for the processes' output files
   */
  ToolRunner(Path folder) {
    this.folder = folder;
  }

  /**
   * Cost of one run.
   *
   * @param seconds the time from the start of the JVM to its end
   * @param megabytes the largest heap in use
   */
  record Cost(double seconds, double megabytes) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f s, %.0f MB", seconds, megabytes);
    }
  }

  /**
   * Runs a tool and waits for its end.
   *
   * @param heap the maximum heap, such as {@code 512m}
   * @param tool a constant of {@link MeasuredTool}
   * @param arguments the tool's arguments
   * @return the cost of the run
   * @throws IllegalStateException if the tool fails; the message contains its output
   */
  Cost run(String heap, String tool, List<String> arguments)
      throws IOException, InterruptedException {
    Path peak = folder.resolve("peak.txt");
    Path output = folder.resolve("output.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-classpath",
                System.getProperty("java.class.path"),
                MeasuredTool.class.getName(),
                peak.toString(),
                tool));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    long before = System.nanoTime();
    int exit = builder.start().waitFor();
    long after = System.nanoTime();
    if (exit != 0) {
      throw new IllegalStateException(
          tool + " failed with exit code " + exit + ":\n" + Files.readString(output));
    }
    return new Cost((after - before) / 1e9, Long.parseLong(Files.readString(peak)) / 1e6);
  }
}
