package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

public class Plain {

  @Traced
  void place(String order) {}

  @Traced
  public static final synchronized int count() {
    return 1;
  }

  @Traced("order.cancel")
  private boolean cancel(@SpanAttribute("order.id") String id, String reason) {
    return !id.isEmpty();
  }

  @Traced
  protected String ship(String from, @SpanAttribute String to, long weight, @SpanAttribute("box") int boxes)
      throws InterruptedException {
    return to;
  }

  void untraced(String id) {}
}
