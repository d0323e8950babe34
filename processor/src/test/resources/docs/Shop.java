package shop;

import dev.langchain4j.model.chat.response.ChatResponse;
import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

record Address(String city, int number) {}

record Customer(String name, Address address, Optional<String> nickname) {}

record Order(UUID id, Customer customer, List<String> tags) {}

record Receipt(long number) {}

class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
}

class Shop {

  static final AttributeKey<String> CART = AttributeKey.stringKey("cart");

  final String id = "o-1";
  final Order order = new Order(new UUID(0, 1), null, List.of());

  Receipt pay(String id) {
    return new Receipt(1);
  }

  ChatResponse answer() {
    return null;
  }
}
