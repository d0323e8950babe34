package io.spanloom.benchmarks.load;

/** What a method does beside being traced. */
final class SimulatedWork {

  private static final int ROUNDS = 200;

  private SimulatedWork() {}

  /** Returns a number that takes a fraction of a microsecond to find. */
  static int on(int seed) {
    int result = seed;
    for (int i = 0; i < ROUNDS; i++) {
      result = result * 31 + i;
    }
    return result & 0xFFFF;
  }
}
