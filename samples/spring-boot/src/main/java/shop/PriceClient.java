package shop;

import io.spanloom.Traced;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks another service for the price. Spring Boot observes the request of its RestClient. */
@Component
class PriceClient {

  private final RestClient client;

  PriceClient(RestClient.Builder builder, @Value("${shop.prices.url}") String url) {
    client = builder.baseUrl(url).build();
  }

  @Traced
  int price() {
    return Integer.parseInt(client.get().uri("/price").retrieve().body(String.class));
  }
}
