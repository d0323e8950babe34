// needs Java 17
package shop;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.ParentContext;
import io.spanloom.SpanAttribute;
import io.spanloom.SpanAttribute.Redact;
import io.spanloom.SpanLink;
import io.spanloom.Traced;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

class Paths {

  static final int LIMIT = 5;

  String region;
  private Status status;

  enum Status {
    OPEN,
    CLOSED
  }

  record Address(String city, int number, Status status) {}

  interface Customer {
    Address address();

    Optional<Address> second();

    Optional<String> nickname();

    OptionalInt age();

    default String getName() {
      return "";
    }

    boolean isVip();
  }

  record Order(UUID id, Customer customer, List<String> tags, Integer weight) {}

  static class Box<T> {
    T content;

    T content() {
      return content;
    }
  }

  record Receipt(long number, Instant at) {}

  Status getStatus() {
    return status;
  }

  @Traced
  void parameter(
      @SpanAttribute(value = "order.city", from = "customer().address().city")
          @SpanAttribute(value = "order.house", from = "customer().address().number()")
          @SpanAttribute(value = "order.status", from = "customer().address().status")
          Order order) {}

  @Traced
  @SpanAttribute(value = "order.id", from = "order.id()")
  @SpanAttribute(value = "region", from = "this.region")
  @SpanAttribute(value = "status", from = "this.status")
  @SpanAttribute(value = "limit", from = "this.LIMIT")
  @SpanAttribute(value = "default.status", from = "Status.OPEN")
  @SpanAttribute(value = "receipt.number", from = "result.number()")
  @SpanAttribute(value = "component", literal = "billing")
  @SpanAttribute(baggage = "user.id")
  Receipt method(Order order) {
    return new Receipt(1, Instant.EPOCH);
  }

  @Traced
  void optional(
      @SpanAttribute(value = "second.city", from = "second().city()")
          @SpanAttribute(value = "nickname", from = "nickname()")
          @SpanAttribute(value = "nickname.present", from = "nickname().isPresent()")
          @SpanAttribute(value = "age", from = "age()")
          @SpanAttribute(value = "name", from = "name")
          @SpanAttribute(value = "vip", from = "vip")
          Customer customer,
      @SpanAttribute Optional<String> coupon,
      @SpanAttribute OptionalInt retries) {}

  @Traced
  void generic(
      @SpanAttribute(value = "boxed.id", from = "content().id()")
          @SpanAttribute(value = "boxed.tags", from = "content.tags().size()")
          Box<Order> box,
      @SpanAttribute(value = "twice", from = "content().content().weight()") Box<Box<Order>> twice) {}

  @Traced
  <T extends Order & Comparable<T>> void bound(
      @SpanAttribute(value = "bound.id", from = "id()") T order, @SpanLink SpanContext origin) {}

  @Traced
  void values(
      @SpanAttribute Instant at,
      @SpanAttribute Duration timeout,
      @SpanAttribute URI target,
      @SpanAttribute int[] counts,
      @SpanAttribute double[] rates,
      @SpanAttribute boolean[] flags,
      @SpanAttribute String... names) {}

  @Traced
  void collections(
      @SpanAttribute List<Status> states,
      @SpanAttribute Set<? extends Integer> numbers,
      @SpanAttribute UUID[] ids) {}

  @Traced
  void secrets(
      @SpanAttribute(value = "user.token", redact = Redact.HASH) String token,
      @SpanAttribute(redact = Redact.MASK) String iban,
      @SpanAttribute(redact = Redact.NONE) String cookie,
      @SpanAttribute(value = "password", from = "length()") String password,
      @SpanAttribute(redact = Redact.HASH) int pin) {}

  @Traced
  @SpanAttribute(value = "receipt.number", from = "result.number()")
  CompletableFuture<Receipt> later(@ParentContext Context parent, @SpanLink Set<SpanContext> links) {
    return CompletableFuture.completedFuture(null);
  }

  @Traced
  void receive(String text, @ParentContext Map<String, ?> headers) {}

  @Traced
  <H extends HashMap<String, Object>> void consume(@ParentContext H headers) {}
}
