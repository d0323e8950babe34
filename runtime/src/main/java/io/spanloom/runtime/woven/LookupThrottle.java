package io.spanloom.runtime.woven;

/**
 * Limits tracer look-ups to about every 256th call of a thread.
 *
 * <p>The calls are counted in a table instead of a thread-local, which would cost as much as the
 * rest of a call without a span, and would add state to each virtual thread. Threads may share a
 * slot; a race between them only makes a look-up earlier or later.
 */
final class LookupThrottle {

  private static final int INTERVAL = 256;

  /** A power of two. */
  private static final int SLOTS = 128;

  /** The distance between slots, so that no two share a cache line. */
  private static final int INTS_PER_SLOT = 16;

  private static final int[] REMAINING = new int[SLOTS * INTS_PER_SLOT];

  private LookupThrottle() {}

  /** Counts a call and returns whether it may look up the tracer. */
  static boolean tryAcquire() {
    int slot = ((int) Thread.currentThread().getId() & (SLOTS - 1)) * INTS_PER_SLOT;
    int remaining = REMAINING[slot] - 1;
    REMAINING[slot] = remaining;
    return remaining < 0 && restart(slot);
  }

  private static boolean restart(int slot) {
    REMAINING[slot] = INTERVAL - 1;
    return true;
  }
}
