package shop;

import lombok.Builder;
import lombok.Value;

/** An order. */
@Value
@Builder
public class Order {
  String id;
  int quantity;
}
