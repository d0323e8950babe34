package io.spanloom.benchmarks.load;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

/** The shop with tracing: each of the twenty calls creates a span. */
final class TracedShop implements Shop {

  private static final int ITEMS = 4;

  @Traced
  @Override
  public int order(@SpanAttribute("order.number") int number) {
    int total = check(number);
    for (int item = 0; item < ITEMS; item++) {
      total += add(number + item);
    }
    return total + pay(total) + send(number);
  }

  @Traced
  private int check(int number) {
    return SimulatedWork.run(number);
  }

  @Traced
  private int add(int item) {
    return price(item) - discount(item) + reserve(item);
  }

  @Traced
  private static int price(@SpanAttribute("order.item") int item) {
    return SimulatedWork.run(item);
  }

  @Traced
  private static int discount(int item) {
    return SimulatedWork.run(item) / 10;
  }

  @Traced
  private static int reserve(@SpanAttribute("order.item") int item) {
    return SimulatedWork.run(item);
  }

  @Traced
  private int pay(int total) {
    return SimulatedWork.run(total);
  }

  @Traced
  private int send(int number) {
    return SimulatedWork.run(number);
  }
}
