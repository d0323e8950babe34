package shop;

import io.spanloom.Traced;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class Report {

  private static final Logger LOGGER = LoggerFactory.getLogger(Report.class);

  private final OrderRepository repository;

  Report(OrderRepository repository) {
    this.repository = repository;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  @Traced("stock.report")
  void write() {
    LOGGER.info("{} in stock", repository.stock());
  }
}
