package io.spanloom.benchmarks.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs a tool in a JVM of its own, as a build does, and measures it from outside. */
final class Fork {

  private final Path folder;

  /**
   * Makes a place for forks.
   *
   * @param folder for what they print and leave behind
   */
  Fork(Path folder) {
    this.folder = folder;
  }

  /**
   * What a run took.
   *
   * @param seconds from the start of the JVM to its end
   * @param megabytes the most heap that was in use
   */
  record Cost(double seconds, double megabytes) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f s, %.0f MB", seconds, megabytes);
    }
  }

  /**
   * Runs a tool to its end.
   *
   * @param heap the limit of the heap, such as {@code 512m}
   * @param tool one of those of {@link MeasuredTool}
   * @param arguments the tool's arguments
   * @throws IllegalStateException with what the tool printed, if it fails
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
          tool + " ended with " + exit + ":\n" + Files.readString(output));
    }
    return new Cost((after - before) / 1e9, Long.parseLong(Files.readString(peak)) / 1e6);
  }
}
