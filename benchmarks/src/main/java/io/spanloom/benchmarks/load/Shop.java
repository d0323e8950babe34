package io.spanloom.benchmarks.load;

/** The work of one request: twenty calls of methods. */
interface Shop {

  /**
   * Takes an order.
   *
   * @param number the order's number
   * @return something that depends on all that was done
   */
  int order(int number);
}
