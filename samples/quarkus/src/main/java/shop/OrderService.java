package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes orders. CDI calls it through a client proxy and an interceptor. */
@ApplicationScoped
class OrderService {

  private static final int PRICE = 3;

  private final OrderRepository repository;

  OrderService(OrderRepository repository) {
    this.repository = repository;
  }

  @Transactional
  @Traced
  int place(@SpanAttribute("order.id") String id, @SpanAttribute("order.quantity") int quantity) {
    reserve(quantity);
    int total = total(quantity);
    repository.insert(id, total);
    return total;
  }

  /** Traced although it is private and called by its own class. */
  @Traced
  private void reserve(int quantity) {
    int available = repository.stock();
    if (quantity > available) {
      throw new OutOfStockException(available);
    }
  }

  /** Traced although the call does not pass through the proxy. */
  @Traced
  int total(@SpanAttribute("order.quantity") int quantity) {
    return quantity * PRICE;
  }
}
