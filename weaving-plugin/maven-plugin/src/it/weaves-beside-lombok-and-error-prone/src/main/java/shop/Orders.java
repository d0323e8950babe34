package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import lombok.Builder;
import lombok.Value;

@Traced
public class Orders {

  @Value
  @Builder
  public static class Order {
    String id;
    int quantity;
  }

  public String place(@SpanAttribute(value = "order.id", from = "id") Order order) {
    return "placed " + order.getId();
  }
}
