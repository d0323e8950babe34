package shop;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.woven.AttributeValues;
import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.RecordingSpan;
import io.spanloom.runtime.woven.ResultAttributes;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
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
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link Paths}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Paths", methods = {
    "parameter(Lshop/Paths$Order;)V",
    "method(Lshop/Paths$Order;)Lshop/Paths$Receipt;",
    "optional(Lshop/Paths$Customer;Ljava/util/Optional;Ljava/util/OptionalInt;)V",
    "generic(Lshop/Paths$Box;Lshop/Paths$Box;)V",
    "bound(Lshop/Paths$Order;Lio/opentelemetry/api/trace/SpanContext;)V",
    "values(Ljava/time/Instant;Ljava/time/Duration;Ljava/net/URI;[I[D[Z[Ljava/lang/String;)V",
    "collections(Ljava/util/List;Ljava/util/Set;[Ljava/util/UUID;)V",
    "secrets(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;I)V",
    "later(Lio/opentelemetry/context/Context;Ljava/util/Set;)Ljava/util/concurrent/CompletableFuture;",
    "receive(Ljava/lang/String;Ljava/util/Map;)V",
    "consume(Ljava/util/HashMap;)V"})
final class Paths_Spans {
  static final SpanSite PARAMETER = SpanSite.of("Paths.parameter", "shop.Paths.parameter");

  static final SpanSite METHOD = SpanSite.of("Paths.method", "shop.Paths.method")
      .attribute(AttributeKey.stringKey("component"), "billing")
      .baggage("user.id", AttributeKey.stringKey("user.id"));

  static final SpanSite OPTIONAL = SpanSite.of("Paths.optional", "shop.Paths.optional");

  static final SpanSite GENERIC = SpanSite.of("Paths.generic", "shop.Paths.generic");

  static final SpanSite BOUND = SpanSite.of("Paths.bound", "shop.Paths.bound");

  static final SpanSite VALUES = SpanSite.of("Paths.values", "shop.Paths.values");

  static final SpanSite COLLECTIONS = SpanSite.of("Paths.collections", "shop.Paths.collections");

  static final SpanSite SECRETS = SpanSite.of("Paths.secrets", "shop.Paths.secrets");

  static final SpanSite LATER = SpanSite.of("Paths.later", "shop.Paths.later");

  static final SpanSite RECEIVE = SpanSite.of("Paths.receive", "shop.Paths.receive");

  static final SpanSite CONSUME = SpanSite.of("Paths.consume", "shop.Paths.consume");

  private static final AttributeKey<String> ORDER_CITY = AttributeKey.stringKey("order.city");

  private static final AttributeKey<Long> ORDER_HOUSE = AttributeKey.longKey("order.house");

  private static final AttributeKey<String> ORDER_STATUS = AttributeKey.stringKey("order.status");

  private static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("order.id");

  private static final AttributeKey<String> REGION = AttributeKey.stringKey("region");

  private static final AttributeKey<String> STATUS = AttributeKey.stringKey("status");

  private static final AttributeKey<Long> LIMIT = AttributeKey.longKey("limit");

  private static final AttributeKey<String> DEFAULT_STATUS = AttributeKey.stringKey("default.status");

  private static final AttributeKey<Long> RECEIPT_NUMBER = AttributeKey.longKey("receipt.number");

  private static final AttributeKey<String> SECOND_CITY = AttributeKey.stringKey("second.city");

  private static final AttributeKey<String> NICKNAME = AttributeKey.stringKey("nickname");

  private static final AttributeKey<Boolean> NICKNAME_PRESENT = AttributeKey.booleanKey("nickname.present");

  private static final AttributeKey<Long> AGE = AttributeKey.longKey("age");

  private static final AttributeKey<String> NAME = AttributeKey.stringKey("name");

  private static final AttributeKey<Boolean> VIP = AttributeKey.booleanKey("vip");

  private static final AttributeKey<String> COUPON = AttributeKey.stringKey("coupon");

  private static final AttributeKey<Long> RETRIES = AttributeKey.longKey("retries");

  private static final AttributeKey<String> BOXED_ID = AttributeKey.stringKey("boxed.id");

  private static final AttributeKey<Long> BOXED_TAGS = AttributeKey.longKey("boxed.tags");

  private static final AttributeKey<Long> TWICE = AttributeKey.longKey("twice");

  private static final AttributeKey<String> BOUND_ID = AttributeKey.stringKey("bound.id");

  private static final AttributeKey<String> AT = AttributeKey.stringKey("at");

  private static final AttributeKey<Double> TIMEOUT = AttributeKey.doubleKey("timeout");

  private static final AttributeKey<String> TARGET = AttributeKey.stringKey("target");

  private static final AttributeKey<List<Long>> COUNTS = AttributeKey.longArrayKey("counts");

  private static final AttributeKey<List<Double>> RATES = AttributeKey.doubleArrayKey("rates");

  private static final AttributeKey<List<Boolean>> FLAGS = AttributeKey.booleanArrayKey("flags");

  private static final AttributeKey<List<String>> NAMES = AttributeKey.stringArrayKey("names");

  private static final AttributeKey<List<String>> STATES = AttributeKey.stringArrayKey("states");

  private static final AttributeKey<List<Long>> NUMBERS = AttributeKey.longArrayKey("numbers");

  private static final AttributeKey<List<String>> IDS = AttributeKey.stringArrayKey("ids");

  private static final AttributeKey<String> USER_TOKEN = AttributeKey.stringKey("user.token");

  private static final AttributeKey<String> IBAN = AttributeKey.stringKey("iban");

  private static final AttributeKey<String> COOKIE = AttributeKey.stringKey("cookie");

  private static final AttributeKey<Long> PASSWORD = AttributeKey.longKey("password");

  private static final AttributeKey<String> PIN = AttributeKey.stringKey("pin");

  private static final ResultAttributes<Object> LATER_RESULT = new ResultAttributes<Object>() {
    @Override
    public void read(Object result, RecordingSpan end) {
      addReceiptNumber(end, (Paths.Receipt) result);
    }
  };

  @Pointcut("execution(void shop.Paths.parameter(shop.Paths.Order))")
  void bodyOfParameter() {
  }

  @AfterThrowing(pointcut = "bodyOfParameter()", throwing = "error", argNames = "error")
  public void failParameter(Throwable error) {
    PARAMETER.fail(error);
  }

  @Before(value = "bodyOfParameter() && args(order)", argNames = "order")
  public void startParameter(Paths.Order order) {
    SpanStart start = PARAMETER.begin();
    if (start != null) {
      addOrderCity(start, order);
      addOrderHouse(start, order);
      addOrderStatus(start, order);
      start.enter();
    }
  }

  @AfterReturning("bodyOfParameter()")
  public void endParameter() {
    PARAMETER.end();
  }

  @Pointcut("execution(shop.Paths.Receipt shop.Paths.method(shop.Paths.Order))")
  void bodyOfMethod() {
  }

  @AfterThrowing(pointcut = "bodyOfMethod()", throwing = "error", argNames = "error")
  public void failMethod(Throwable error) {
    METHOD.fail(error);
  }

  @Before(value = "bodyOfMethod() && this(self) && args(order)", argNames = "self, order")
  public void startMethod(Paths self, Paths.Order order) {
    SpanStart start = METHOD.begin();
    if (start != null) {
      addOrderId(start, order);
      addRegion(start, self);
      addStatus(start, self);
      addLimit(start);
      addDefaultStatus(start);
      start.enter();
    }
  }

  @AfterReturning(pointcut = "bodyOfMethod()", returning = "result", argNames = "result")
  public void endMethod(Paths.Receipt result) {
    RecordingSpan end = METHOD.ending();
    if (end != null) {
      addReceiptNumber(end, result);
    }
    METHOD.end();
  }

  @Pointcut("execution(void shop.Paths.optional(shop.Paths.Customer, java.util.Optional, java.util.OptionalInt))")
  void bodyOfOptional() {
  }

  @AfterThrowing(pointcut = "bodyOfOptional()", throwing = "error", argNames = "error")
  public void failOptional(Throwable error) {
    OPTIONAL.fail(error);
  }

  @Before(value = "bodyOfOptional() && args(customer, coupon, retries)", argNames = "customer, coupon, retries")
  public void startOptional(Paths.Customer customer, Optional<?> coupon, OptionalInt retries) {
    SpanStart start = OPTIONAL.begin();
    if (start != null) {
      addSecondCity(start, customer);
      addNickname(start, customer);
      addNicknamePresent(start, customer);
      addAge(start, customer);
      addName(start, customer);
      addVip(start, customer);
      addCoupon(start, coupon);
      addRetries(start, retries);
      start.enter();
    }
  }

  @AfterReturning("bodyOfOptional()")
  public void endOptional() {
    OPTIONAL.end();
  }

  @Pointcut("execution(void shop.Paths.generic(shop.Paths.Box, shop.Paths.Box))")
  void bodyOfGeneric() {
  }

  @AfterThrowing(pointcut = "bodyOfGeneric()", throwing = "error", argNames = "error")
  public void failGeneric(Throwable error) {
    GENERIC.fail(error);
  }

  @Before(value = "bodyOfGeneric() && args(box, twice)", argNames = "box, twice")
  public void startGeneric(Paths.Box<?> box, Paths.Box<?> twice) {
    SpanStart start = GENERIC.begin();
    if (start != null) {
      addBoxedId(start, box);
      addBoxedTags(start, box);
      addTwice(start, twice);
      start.enter();
    }
  }

  @AfterReturning("bodyOfGeneric()")
  public void endGeneric() {
    GENERIC.end();
  }

  @Pointcut("execution(void shop.Paths.bound(shop.Paths.Order, io.opentelemetry.api.trace.SpanContext))")
  void bodyOfBound() {
  }

  @AfterThrowing(pointcut = "bodyOfBound()", throwing = "error", argNames = "error")
  public void failBound(Throwable error) {
    BOUND.fail(error);
  }

  @Before(value = "bodyOfBound() && args(order, origin)", argNames = "order, origin")
  public void startBound(Paths.Order order, SpanContext origin) {
    SpanStart start = BOUND.begin();
    if (start != null) {
      start.link(origin);
      addBoundId(start, order);
      start.enter();
    }
  }

  @AfterReturning("bodyOfBound()")
  public void endBound() {
    BOUND.end();
  }

  @Pointcut("execution(void shop.Paths.values(java.time.Instant, java.time.Duration, java.net.URI, int[], double[], boolean[], java.lang.String...))")
  void bodyOfValues() {
  }

  @AfterThrowing(pointcut = "bodyOfValues()", throwing = "error", argNames = "error")
  public void failValues(Throwable error) {
    VALUES.fail(error);
  }

  @Before(value = "bodyOfValues() && args(at, timeout, target_, counts, rates, flags, names)", argNames = "at, timeout, target_, counts, rates, flags, names")
  public void startValues(Instant at, Duration timeout, URI target_, int[] counts, double[] rates,
      boolean[] flags, String[] names) {
    SpanStart start = VALUES.begin();
    if (start != null) {
      start.attribute(AT, at == null ? null : at.toString());
      start.attribute(TIMEOUT, AttributeValues.seconds(timeout));
      start.attribute(TARGET, AttributeValues.text(target_));
      start.attribute(COUNTS, AttributeValues.longs(counts));
      start.attribute(RATES, AttributeValues.doubles(rates));
      start.attribute(FLAGS, AttributeValues.booleans(flags));
      start.attribute(NAMES, AttributeValues.strings(names));
      start.enter();
    }
  }

  @AfterReturning("bodyOfValues()")
  public void endValues() {
    VALUES.end();
  }

  @Pointcut("execution(void shop.Paths.collections(java.util.List, java.util.Set, java.util.UUID[]))")
  void bodyOfCollections() {
  }

  @AfterThrowing(pointcut = "bodyOfCollections()", throwing = "error", argNames = "error")
  public void failCollections(Throwable error) {
    COLLECTIONS.fail(error);
  }

  @Before(value = "bodyOfCollections() && args(states, numbers, ids)", argNames = "states, numbers, ids")
  public void startCollections(List<?> states, Set<?> numbers, UUID[] ids) {
    SpanStart start = COLLECTIONS.begin();
    if (start != null) {
      start.attribute(STATES, AttributeValues.strings(states));
      start.attribute(NUMBERS, AttributeValues.longs(numbers));
      start.attribute(IDS, AttributeValues.strings(ids));
      start.enter();
    }
  }

  @AfterReturning("bodyOfCollections()")
  public void endCollections() {
    COLLECTIONS.end();
  }

  @Pointcut("execution(void shop.Paths.secrets(java.lang.String, java.lang.String, java.lang.String, java.lang.String, int))")
  void bodyOfSecrets() {
  }

  @AfterThrowing(pointcut = "bodyOfSecrets()", throwing = "error", argNames = "error")
  public void failSecrets(Throwable error) {
    SECRETS.fail(error);
  }

  @Before(value = "bodyOfSecrets() && args(token, iban, cookie, password, pin)", argNames = "token, iban, cookie, password, pin")
  public void startSecrets(String token, String iban, String cookie, String password, int pin) {
    SpanStart start = SECRETS.begin();
    if (start != null) {
      start.attribute(USER_TOKEN, AttributeValues.hashed(token));
      start.attribute(IBAN, AttributeValues.masked(iban));
      start.attribute(COOKIE, cookie);
      addPassword(start, password);
      start.attribute(PIN, AttributeValues.hashed(pin));
      start.enter();
    }
  }

  @AfterReturning("bodyOfSecrets()")
  public void endSecrets() {
    SECRETS.end();
  }

  @Pointcut("execution(java.util.concurrent.CompletableFuture shop.Paths.later(io.opentelemetry.context.Context, java.util.Set))")
  void bodyOfLater() {
  }

  @AfterThrowing(pointcut = "bodyOfLater()", throwing = "error", argNames = "error")
  public void failLater(Throwable error) {
    LATER.fail(error);
  }

  @Before(value = "bodyOfLater() && args(parent, links)", argNames = "parent, links")
  public void startLater(Context parent, Set<?> links) {
    SpanStart start = LATER.begin(parent);
    if (start != null) {
      start.links(links);
      start.enter();
    }
  }

  @AfterReturning(pointcut = "bodyOfLater()", returning = "result", argNames = "result")
  public void endLater(CompletionStage<?> result) {
    LATER.end(result, LATER_RESULT);
  }

  @Pointcut("execution(void shop.Paths.receive(java.lang.String, java.util.Map))")
  void bodyOfReceive() {
  }

  @AfterThrowing(pointcut = "bodyOfReceive()", throwing = "error", argNames = "error")
  public void failReceive(Throwable error) {
    RECEIVE.fail(error);
  }

  @Before(value = "bodyOfReceive() && args(*, headers)", argNames = "headers")
  public void startReceive(Map<?, ?> headers) {
    SpanStart start = RECEIVE.begin(headers);
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfReceive()")
  public void endReceive() {
    RECEIVE.end();
  }

  @Pointcut("execution(void shop.Paths.consume(java.util.HashMap))")
  void bodyOfConsume() {
  }

  @AfterThrowing(pointcut = "bodyOfConsume()", throwing = "error", argNames = "error")
  public void failConsume(Throwable error) {
    CONSUME.fail(error);
  }

  @Before(value = "bodyOfConsume() && args(headers)", argNames = "headers")
  public void startConsume(HashMap<?, ?> headers) {
    SpanStart start = CONSUME.begin(headers);
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfConsume()")
  public void endConsume() {
    CONSUME.end();
  }

  /**
   * {@code order.customer().address().city}
   */
  private static void addOrderCity(SpanStart start, Paths.Order order) {
    try {
      Paths.Customer customer = order == null ? null : order.customer();
      Paths.Address address = customer == null ? null : customer.address();
      if (address != null) {
        start.attribute(ORDER_CITY, address.city());
      }
    } catch (Throwable failure) {
      start.unreadable(ORDER_CITY, failure);
    }
  }

  /**
   * {@code order.customer().address().number()}
   */
  private static void addOrderHouse(SpanStart start, Paths.Order order) {
    try {
      Paths.Customer customer = order == null ? null : order.customer();
      Paths.Address address = customer == null ? null : customer.address();
      if (address != null) {
        start.attribute(ORDER_HOUSE, (long) address.number());
      }
    } catch (Throwable failure) {
      start.unreadable(ORDER_HOUSE, failure);
    }
  }

  /**
   * {@code order.customer().address().status}
   */
  private static void addOrderStatus(SpanStart start, Paths.Order order) {
    try {
      Paths.Customer customer = order == null ? null : order.customer();
      Paths.Address address = customer == null ? null : customer.address();
      Paths.Status status = address == null ? null : address.status();
      if (status != null) {
        start.attribute(ORDER_STATUS, status.name());
      }
    } catch (Throwable failure) {
      start.unreadable(ORDER_STATUS, failure);
    }
  }

  /**
   * {@code order.id()}
   */
  private static void addOrderId(SpanStart start, Paths.Order order) {
    try {
      UUID id = order == null ? null : order.id();
      if (id != null) {
        start.attribute(ORDER_ID, id.toString());
      }
    } catch (Throwable failure) {
      start.unreadable(ORDER_ID, failure);
    }
  }

  /**
   * {@code this.region}
   */
  private static void addRegion(SpanStart start, Paths self) {
    try {
      start.attribute(REGION, self.region);
    } catch (Throwable failure) {
      start.unreadable(REGION, failure);
    }
  }

  /**
   * {@code this.status}
   */
  private static void addStatus(SpanStart start, Paths self) {
    try {
      Paths.Status status = self.getStatus();
      if (status != null) {
        start.attribute(STATUS, status.name());
      }
    } catch (Throwable failure) {
      start.unreadable(STATUS, failure);
    }
  }

  /**
   * {@code this.LIMIT}
   */
  private static void addLimit(SpanStart start) {
    try {
      start.attribute(LIMIT, (long) Paths.LIMIT);
    } catch (Throwable failure) {
      start.unreadable(LIMIT, failure);
    }
  }

  /**
   * {@code Status.OPEN}
   */
  private static void addDefaultStatus(SpanStart start) {
    try {
      Paths.Status open = Paths.Status.OPEN;
      if (open != null) {
        start.attribute(DEFAULT_STATUS, open.name());
      }
    } catch (Throwable failure) {
      start.unreadable(DEFAULT_STATUS, failure);
    }
  }

  /**
   * {@code result.number()}
   */
  private static void addReceiptNumber(RecordingSpan end, Paths.Receipt result) {
    try {
      if (result != null) {
        end.attribute(RECEIPT_NUMBER, result.number());
      }
    } catch (Throwable failure) {
      end.unreadable(RECEIPT_NUMBER, failure);
    }
  }

  /**
   * {@code customer.second().city()}
   */
  private static void addSecondCity(SpanStart start, Paths.Customer customer) {
    try {
      Optional<?> second = customer == null ? null : customer.second();
      Paths.Address value = second == null ? null : (Paths.Address) second.orElse(null);
      if (value != null) {
        start.attribute(SECOND_CITY, value.city());
      }
    } catch (Throwable failure) {
      start.unreadable(SECOND_CITY, failure);
    }
  }

  /**
   * {@code customer.nickname()}
   */
  private static void addNickname(SpanStart start, Paths.Customer customer) {
    try {
      Optional<?> nickname = customer == null ? null : customer.nickname();
      if (nickname != null) {
        start.attribute(NICKNAME, (String) nickname.orElse(null));
      }
    } catch (Throwable failure) {
      start.unreadable(NICKNAME, failure);
    }
  }

  /**
   * {@code customer.nickname().isPresent()}
   */
  private static void addNicknamePresent(SpanStart start, Paths.Customer customer) {
    try {
      Optional<?> nickname = customer == null ? null : customer.nickname();
      if (nickname != null) {
        start.attribute(NICKNAME_PRESENT, nickname.isPresent());
      }
    } catch (Throwable failure) {
      start.unreadable(NICKNAME_PRESENT, failure);
    }
  }

  /**
   * {@code customer.age()}
   */
  private static void addAge(SpanStart start, Paths.Customer customer) {
    try {
      OptionalInt age = customer == null ? null : customer.age();
      if (age != null && age.isPresent()) {
        start.attribute(AGE, (long) age.getAsInt());
      }
    } catch (Throwable failure) {
      start.unreadable(AGE, failure);
    }
  }

  /**
   * {@code customer.name}
   */
  private static void addName(SpanStart start, Paths.Customer customer) {
    try {
      if (customer != null) {
        start.attribute(NAME, customer.getName());
      }
    } catch (Throwable failure) {
      start.unreadable(NAME, failure);
    }
  }

  /**
   * {@code customer.vip}
   */
  private static void addVip(SpanStart start, Paths.Customer customer) {
    try {
      if (customer != null) {
        start.attribute(VIP, customer.isVip());
      }
    } catch (Throwable failure) {
      start.unreadable(VIP, failure);
    }
  }

  /**
   * {@code coupon}
   */
  private static void addCoupon(SpanStart start, Optional<?> coupon) {
    try {
      if (coupon != null) {
        start.attribute(COUPON, (String) coupon.orElse(null));
      }
    } catch (Throwable failure) {
      start.unreadable(COUPON, failure);
    }
  }

  /**
   * {@code retries}
   */
  private static void addRetries(SpanStart start, OptionalInt retries) {
    try {
      if (retries != null && retries.isPresent()) {
        start.attribute(RETRIES, (long) retries.getAsInt());
      }
    } catch (Throwable failure) {
      start.unreadable(RETRIES, failure);
    }
  }

  /**
   * {@code box.content().id()}
   */
  private static void addBoxedId(SpanStart start, Paths.Box<?> box) {
    try {
      Paths.Order content = box == null ? null : (Paths.Order) box.content();
      UUID id = content == null ? null : content.id();
      if (id != null) {
        start.attribute(BOXED_ID, id.toString());
      }
    } catch (Throwable failure) {
      start.unreadable(BOXED_ID, failure);
    }
  }

  /**
   * {@code box.content.tags().size()}
   */
  private static void addBoxedTags(SpanStart start, Paths.Box<?> box) {
    try {
      Paths.Order content = box == null ? null : (Paths.Order) box.content;
      List<?> tags = content == null ? null : content.tags();
      if (tags != null) {
        start.attribute(BOXED_TAGS, (long) tags.size());
      }
    } catch (Throwable failure) {
      start.unreadable(BOXED_TAGS, failure);
    }
  }

  /**
   * {@code twice.content().content().weight()}
   */
  private static void addTwice(SpanStart start, Paths.Box<?> twice) {
    try {
      Paths.Box<?> content = twice == null ? null : (Paths.Box<?>) twice.content();
      Paths.Order content2 = content == null ? null : (Paths.Order) content.content();
      Integer weight = content2 == null ? null : content2.weight();
      if (weight != null) {
        start.attribute(TWICE, weight.longValue());
      }
    } catch (Throwable failure) {
      start.unreadable(TWICE, failure);
    }
  }

  /**
   * {@code order.id()}
   */
  private static void addBoundId(SpanStart start, Paths.Order order) {
    try {
      UUID id = order == null ? null : order.id();
      if (id != null) {
        start.attribute(BOUND_ID, id.toString());
      }
    } catch (Throwable failure) {
      start.unreadable(BOUND_ID, failure);
    }
  }

  /**
   * {@code password.length()}
   */
  private static void addPassword(SpanStart start, String password) {
    try {
      if (password != null) {
        start.attribute(PASSWORD, (long) password.length());
      }
    } catch (Throwable failure) {
      start.unreadable(PASSWORD, failure);
    }
  }
}
