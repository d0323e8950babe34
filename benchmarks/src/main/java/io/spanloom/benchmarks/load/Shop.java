package io.spanloom.benchmarks.load;

/** Handles one request with twenty method calls. */
interface Shop {

  /**
   * Takes an order.
   *
   * @param number the order's number
   * @return a number that depends on the result of every call
   */
  int order(int number);
}
