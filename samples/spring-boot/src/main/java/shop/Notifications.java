package shop;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

@Component
class Notifications {

  private static final Logger LOGGER = LoggerFactory.getLogger(Notifications.class);

  /** Runs on another thread, in the trace of the order. */
  @Async
  @Traced
  void placed(@SpanAttribute("order.id") String id) {
    LOGGER.info("Order {} is placed", id);
  }
}
