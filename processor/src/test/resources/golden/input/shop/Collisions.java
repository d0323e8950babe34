package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

class Collisions {

  @Traced
  void order(@SpanAttribute String order) {}

  @Traced
  void Order(@SpanAttribute("order.id") String ORDER, @SpanAttribute("order_id") String ORDER_ID) {}

  @Traced
  void ORDER(@SpanAttribute("orderId") String orderId, @SpanAttribute("order") long count) {}

  @Traced
  void newOrder(@SpanAttribute("-") char String, @SpanAttribute("1st") int java) {}

  @Traced
  Collisions() {}

  @Traced
  void New() {}
}
