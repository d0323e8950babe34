package io.spanloom.benchmarks.load;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** How long requests took, in nanoseconds; safe for many threads. */
final class LatencyHistogram {

  private final long[] nanos;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Makes an empty one.
   *
   * @param most as many times are kept; those after them are not
   */
  LatencyHistogram(int most) {
    nanos = new long[most];
  }

  void add(long time) {
    int place = count.getAndIncrement();
    if (place < nanos.length) {
      nanos[place] = time;
    }
  }

  void forget() {
    count.set(0);
  }

  /** Returns the time that so many percent of the requests did not exceed. */
  long percentile(int percent) {
    long[] sorted = Arrays.copyOf(nanos, Math.min(count.get(), nanos.length));
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100];
  }
}
