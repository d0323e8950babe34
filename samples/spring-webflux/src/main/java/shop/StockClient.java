package shop;

import io.spanloom.Traced;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks another service for the stock. Spring Boot observes the request of its WebClient. */
@Component
class StockClient {

  private final WebClient client;

  StockClient(WebClient.Builder builder, @Value("${shop.stock.url}") String url) {
    client = builder.baseUrl(url).build();
  }

  @Traced
  Mono<Integer> stock() {
    return client.get().uri("/stock").retrieve().bodyToMono(String.class).map(Integer::valueOf);
  }
}
