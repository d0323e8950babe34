package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

/** Accepts orders. */
public class Orders {

  /** Places an order. */
  @Traced
  @SpanAttribute(value = "order.id", from = "order.getId()")
  @SpanAttribute(value = "quantity", from = "order.getQuantity()")
  public void place(Order order) {
    reserve(order.getQuantity());
  }

  @Traced
  private static void reserve(int quantity) {}
}
