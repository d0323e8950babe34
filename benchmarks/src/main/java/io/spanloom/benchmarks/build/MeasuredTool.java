package io.spanloom.benchmarks.build;

import io.spanloom.weaver.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.tools.ToolProvider;

/**
 * Runs javac or the weaver in this JVM and writes the peak heap usage to a file. The main class of
 * a {@link ToolRunner}.
 */
final class MeasuredTool {

  static final String JAVAC = "javac";
  static final String WEAVER = "weaver";

  private MeasuredTool() {}

  /**
   * Runs a tool.
   *
   * @param arguments the file for the peak heap in bytes, the tool, and the tool's arguments
   */
  public static void main(String[] arguments) {
    Path result = Path.of(arguments[0]);
    // A shutdown hook, because the weaver's main method calls System.exit.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> write(result, peakHeap())));
    String[] rest = Arrays.copyOfRange(arguments, 2, arguments.length);
    if (arguments[1].equals(JAVAC)) {
      System.exit(ToolProvider.getSystemJavaCompiler().run(null, null, null, rest));
    } else {
      Main.main(rest);
    }
  }

  /** Returns the sum of all pools' peaks, an upper bound of the heap in use, garbage included. */
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static void write(Path file, long number) {
    try {
      Files.writeString(file, Long.toString(number));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
