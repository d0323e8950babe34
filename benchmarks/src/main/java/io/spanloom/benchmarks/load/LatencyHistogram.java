package io.spanloom.benchmarks.load;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Records the latencies of requests in nanoseconds. Thread-safe. */
final class LatencyHistogram {

  private final long[] nanos;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Creates an empty histogram.
   *
   * @param capacity the maximum number of latencies; later ones are ignored
   */
  LatencyHistogram(int capacity) {
    nanos = new long[capacity];
  }

  void add(long latency) {
    int index = count.getAndIncrement();
    if (index < nanos.length) {
      nanos[index] = latency;
    }
  }

  void reset() {
    count.set(0);
  }

  /** Returns a percentile of the latencies, or 0 if none was added. */
  long percentile(int percent) {
    long[] sorted = Arrays.copyOf(nanos, Math.min(count.get(), nanos.length));
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100];
  }
}
