package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

public class Stock {
  @Traced
  public int reserve(@SpanAttribute(value = "item.size", from = "size") Item item) {
    return item.getSize();
  }
}
