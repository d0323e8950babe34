package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import java.time.Duration;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Computes the stock. Its spans start with a subscription and end with the result. */
@Service
class StockService {

  static final Duration DELAY = Duration.ofMillis(100);

  private static final int SOLD_PER_DAY = 10;

  private final StockClient client;

  StockService(StockClient client) {
    this.client = client;
  }

  @Traced
  Mono<Integer> reserve(@SpanAttribute("stock.quantity") int quantity) {
    return available().map(available -> take(available, quantity));
  }

  @Traced
  Flux<Integer> forecast(@SpanAttribute("forecast.days") int days) {
    return Flux.range(1, days).concatMap(this::after);
  }

  @Traced
  private Mono<Integer> after(@SpanAttribute("forecast.day") int day) {
    return available()
        .publishOn(Schedulers.boundedElastic())
        .map(available -> unsold(available, day));
  }

  @Traced
  private Mono<Integer> available() {
    return client.stock().delayElement(DELAY);
  }

  /** Traced although it is private, and although a thread of a timer calls it. */
  @Traced
  private int take(int available, int quantity) {
    if (quantity > available) {
      throw new OutOfStockException(available);
    }
    return available - quantity;
  }

  @Traced
  private int unsold(int available, int days) {
    return Math.max(available - days * SOLD_PER_DAY, 0);
  }
}
