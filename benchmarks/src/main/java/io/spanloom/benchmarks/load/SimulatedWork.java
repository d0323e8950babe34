package io.spanloom.benchmarks.load;

/** Simulates the work of a method. */
final class SimulatedWork {

  private static final int ROUNDS = 200;

  private SimulatedWork() {}

  /** Computes a number, which takes a fraction of a microsecond. */
  static int run(int seed) {
    int result = seed;
    for (int i = 0; i < ROUNDS; i++) {
      result = result * 31 + i;
    }
    return result & 0xFFFF;
  }
}
