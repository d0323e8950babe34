package shop;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Computes the stock. Its spans start with a subscription and end with the result. */
@ApplicationScoped
class StockService {

  private static final int SOLD_PER_DAY = 10;
  private static final Duration DELAY = Duration.ofMillis(200);

  private final OrderRepository repository;

  StockService(OrderRepository repository) {
    this.repository = repository;
  }

  @Traced
  Uni<Integer> available() {
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(DELAY)
        .map(done -> repository.stock())
        .map(this::sellable);
  }

  /** Traced although it is private, and although a thread of the worker pool calls it. */
  @Traced
  private int sellable(int stock) {
    return Math.max(stock, 0);
  }

  @Traced
  Multi<Integer> forecast(@SpanAttribute("forecast.days") int days) {
    return Multi.createFrom().range(1, days + 1).onItem().transformToUniAndConcatenate(this::after);
  }

  @Traced
  Uni<Integer> after(@SpanAttribute("forecast.day") int day) {
    return available().map(stock -> stock - day * SOLD_PER_DAY);
  }
}
