package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders. Spring calls it through a transactional proxy, which the spans do not need. */
@Service
class OrderService {

  private final OrderRepository repository;
  private final PriceClient prices;
  private final Notifications notifications;

  OrderService(OrderRepository repository, PriceClient prices, Notifications notifications) {
    this.repository = repository;
    this.prices = prices;
    this.notifications = notifications;
  }

  @Transactional
  @Traced
  int place(@SpanAttribute("order.id") String id, @SpanAttribute("order.quantity") int quantity) {
    reserve(quantity);
    int total = total(quantity);
    repository.insert(id, total);
    notifications.placed(id);
    return total;
  }

  /** Traced although it is private and called by its own class. */
  @Traced
  private void reserve(int quantity) {
    int available = repository.stock();
    if (quantity > available) {
      throw new OutOfStockException(available);
    }
    repository.take(quantity);
  }

  /** Traced although the call does not pass through the proxy. */
  @Traced
  int total(int quantity) {
    return quantity * prices.price();
  }
}
