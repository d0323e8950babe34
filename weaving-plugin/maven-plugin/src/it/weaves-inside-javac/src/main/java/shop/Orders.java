package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

public class Orders {
  @Traced
  public String place(@SpanAttribute("order.id") String id) {
    return "placed " + id;
  }
}
