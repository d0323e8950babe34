package shop;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import java.util.concurrent.CompletableFuture;

class OrderService {

  @Traced
  void place(@SpanAttribute("order.id") long id, int quantity) {
    reserve(quantity);
  }

  @Traced(value = "stock.reserve", kind = SpanKind.CLIENT)
  private void reserve(@SpanAttribute("order.quantity") int quantity) {
    if (quantity > 100) {
      throw new IllegalArgumentException("at most 100 in stock");
    }
  }

  @Traced
  CompletableFuture<String> ship(@SpanAttribute("order.id") long id) {
    return CompletableFuture.supplyAsync(() -> "parcel " + id);
  }
}
