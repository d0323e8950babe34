package io.spanloom.benchmarks.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Prints the CPU time of the calls of benchmarks, which depends less on other load than elapsed
 * time does. Each call runs in JVMs of its own.
 */
public final class CpuTime {

  private static final int JVMS = 3;
  private static final int BLOCKS = 150;
  private static final long WARM_UP_NANOS = 4_000_000_000L;
  private static final long BLOCK_NANOS = 5_000_000L;

  /** The first argument in the JVM of one call. */
  private static final String MEASURE = "measure";

  private CpuTime() {}

  /**
   * Prints the times of all calls, or of those whose name starts with a prefix.
   *
   * @param args empty, or the words of the prefix, such as {@code ai} or {@code deferred flux}
   */
  public static void main(String[] args) throws Exception {
    List<String> words = List.of(args);
    if (words.size() == 2 && words.get(0).equals(MEASURE)) {
      System.out.println(
          nanosPerCall(requireNonNull(MeasuredCall.all().get(words.get(1)), words.get(1)).get()));
      return;
    }
    for (String name : MeasuredCall.all().keySet()) {
      if (name.startsWith(String.join(" ", words))) {
        System.out.println(name + ": " + fork(name) + " ns");
      }
    }
  }

  /** Returns the lowest of several measurements. */
  private static long fork(String name) throws IOException, InterruptedException {
    long lowest = Long.MAX_VALUE;
    for (int i = 0; i < JVMS; i++) {
      Process jvm =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  CpuTime.class.getName(),
                  MEASURE,
                  name)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      List<String> lines = new String(jvm.getInputStream().readAllBytes(), UTF_8).lines().toList();
      if (jvm.waitFor() != 0) {
        throw new IllegalStateException("The JVM failed: " + lines);
      }
      lowest = Math.min(lowest, Long.parseLong(lines.get(lines.size() - 1)));
    }
    return lowest;
  }

  /** Returns the time that a tenth of the blocks of calls do not exceed. */
  private static long nanosPerCall(MeasuredCall measured) {
    measured.start().run();
    long invocations = 0;
    long start = System.nanoTime();
    while (System.nanoTime() - start < WARM_UP_NANOS) {
      run(measured, 100);
      invocations += 100;
    }
    int blockSize = (int) Math.max(100, invocations * BLOCK_NANOS / WARM_UP_NANOS);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] nanos = new long[BLOCKS];
    for (int i = 0; i < BLOCKS; i++) {
      long before = threads.getCurrentThreadCpuTime();
      run(measured, blockSize);
      long invocation = (threads.getCurrentThreadCpuTime() - before) / blockSize;
      nanos[i] = invocation / measured.callsPerInvocation();
    }
    measured.stop().run();
    Arrays.sort(nanos);
    return nanos[BLOCKS / 10];
  }

  /** Looks at the results, so that the compiler cannot remove the calls. */
  private static void run(MeasuredCall measured, int times) {
    for (int i = 0; i < times; i++) {
      if (measured.call().get() == null) {
        throw new IllegalStateException("A method returned null.");
      }
    }
  }
}
