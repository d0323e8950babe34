package io.spanloom.benchmarks.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spanloom.benchmarks.call.DeferredBenchmark.Tracing;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prints the CPU time of the methods of {@link DeferredBenchmark}. Unlike elapsed time, it hardly
 * depends on what else the machine does. Each case runs in JVMs of its own.
 */
public final class DeferredCpuTime {

  private static final int JVMS = 3;
  private static final int BLOCKS = 150;
  private static final long WARM_UP_NANOS = 4_000_000_000L;
  private static final long BLOCK_NANOS = 5_000_000L;

  private static final Map<String, Function<DeferredBenchmark, @Nullable Object>> METHODS =
      new TreeMap<>(
          Map.of(
              "future", DeferredBenchmark::future,
              "mono", DeferredBenchmark::mono,
              "flux", DeferredBenchmark::flux,
              "uni", DeferredBenchmark::uni,
              "stream", DeferredBenchmark::stream));

  private DeferredCpuTime() {}

  /**
   * Runs all cases, or prints the time of one.
   *
   * @param args empty, or the name of a method and of a way of tracing
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 2) {
      System.out.println(nanosPerCall(args[0], Tracing.valueOf(args[1])));
      return;
    }
    for (String method : METHODS.keySet()) {
      for (Tracing tracing : Tracing.values()) {
        System.out.println(method + " " + tracing + " " + fork(method, tracing) + " ns");
      }
    }
  }

  /** Returns the lowest of several measurements. */
  private static long fork(String method, Tracing tracing)
      throws IOException, InterruptedException {
    long lowest = Long.MAX_VALUE;
    for (int i = 0; i < JVMS; i++) {
      Process jvm =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  DeferredCpuTime.class.getName(),
                  method,
                  tracing.name())
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
  private static long nanosPerCall(String method, Tracing tracing) {
    DeferredBenchmark benchmark = new DeferredBenchmark();
    benchmark.tracing = tracing;
    benchmark.start();
    Function<DeferredBenchmark, @Nullable Object> call =
        Objects.requireNonNull(METHODS.get(method), method);
    long calls = 0;
    long start = System.nanoTime();
    while (System.nanoTime() - start < WARM_UP_NANOS) {
      run(benchmark, call, 100);
      calls += 100;
    }
    int blockSize = (int) Math.max(100, calls * BLOCK_NANOS / WARM_UP_NANOS);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] nanos = new long[BLOCKS];
    for (int i = 0; i < BLOCKS; i++) {
      long before = threads.getCurrentThreadCpuTime();
      run(benchmark, call, blockSize);
      nanos[i] = (threads.getCurrentThreadCpuTime() - before) / blockSize;
    }
    benchmark.stop();
    Arrays.sort(nanos);
    return nanos[BLOCKS / 10];
  }

  /** Looks at the results, so that the compiler cannot remove the calls. */
  private static void run(
      DeferredBenchmark benchmark, Function<DeferredBenchmark, @Nullable Object> call, int times) {
    for (int i = 0; i < times; i++) {
      if (call.apply(benchmark) == null) {
        throw new IllegalStateException("A method returned null.");
      }
    }
  }
}
