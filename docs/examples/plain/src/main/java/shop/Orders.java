package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

/** Accepts orders. */
public class Orders {

  /** Places an order. */
  @Traced
  public void place(@SpanAttribute("order.id") String id, @SpanAttribute int quantity) {
    reserve(quantity);
  }

  @Traced
  private static void reserve(int quantity) {}
}
