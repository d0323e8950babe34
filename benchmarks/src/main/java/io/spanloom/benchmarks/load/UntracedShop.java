package io.spanloom.benchmarks.load;

/** The shop without tracing. */
final class UntracedShop implements Shop {

  private static final int ITEMS = 4;

  @Override
  public int order(int number) {
    int total = check(number);
    for (int item = 0; item < ITEMS; item++) {
      total += add(number + item);
    }
    return total + pay(total) + send(number);
  }

  private int check(int number) {
    return SimulatedWork.run(number);
  }

  private int add(int item) {
    return price(item) - discount(item) + reserve(item);
  }

  private static int price(int item) {
    return SimulatedWork.run(item);
  }

  private static int discount(int item) {
    return SimulatedWork.run(item) / 10;
  }

  private static int reserve(int item) {
    return SimulatedWork.run(item);
  }

  private int pay(int total) {
    return SimulatedWork.run(total);
  }

  private int send(int number) {
    return SimulatedWork.run(number);
  }
}
