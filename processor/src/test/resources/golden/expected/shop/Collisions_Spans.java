package shop;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link Collisions}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Collisions", methods = {
    "order(Ljava/lang/String;)V",
    "Order(Ljava/lang/String;Ljava/lang/String;)V",
    "ORDER(Ljava/lang/String;J)V",
    "newOrder(CI)V",
    "<init>()V",
    "New()V"})
final class Collisions_Spans {
  static final SpanSite ORDER = SpanSite.of("Collisions.order", "shop.Collisions.order");

  static final SpanSite ORDER_2 = SpanSite.of("Collisions.Order", "shop.Collisions.Order");

  static final SpanSite ORDER_3 = SpanSite.of("Collisions.ORDER", "shop.Collisions.ORDER");

  static final SpanSite NEW_ORDER = SpanSite.of("Collisions.newOrder", "shop.Collisions.newOrder");

  static final SpanSite NEW = SpanSite.of("Collisions.new", "shop.Collisions.<init>");

  static final SpanSite NEW_2 = SpanSite.of("Collisions.New", "shop.Collisions.New");

  private static final AttributeKey<String> ORDER_KEY = AttributeKey.stringKey("order");

  private static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("order.id");

  private static final AttributeKey<String> ORDER_ID_KEY = AttributeKey.stringKey("order_id");

  private static final AttributeKey<String> ORDER_ID_KEY_2 = AttributeKey.stringKey("orderId");

  private static final AttributeKey<Long> ORDER_KEY_2 = AttributeKey.longKey("order");

  private static final AttributeKey<String> __ = AttributeKey.stringKey("-");

  private static final AttributeKey<Long> _1ST = AttributeKey.longKey("1st");

  @Pointcut("execution(void shop.Collisions.order(java.lang.String))")
  void bodyOfOrder() {
  }

  @AfterThrowing(pointcut = "bodyOfOrder()", throwing = "error", argNames = "error")
  public void failOrder(Throwable error) {
    ORDER.fail(error);
  }

  @Before(value = "bodyOfOrder() && args(order)", argNames = "order")
  public void startOrder(String order) {
    SpanStart start = ORDER.begin();
    if (start != null) {
      start.attribute(ORDER_KEY, order);
      start.enter();
    }
  }

  @AfterReturning("bodyOfOrder()")
  public void endOrder() {
    ORDER.end();
  }

  @Pointcut("execution(void shop.Collisions.Order(java.lang.String, java.lang.String))")
  void bodyOfOrder_2() {
  }

  @AfterThrowing(pointcut = "bodyOfOrder_2()", throwing = "error", argNames = "error")
  public void failOrder_2(Throwable error) {
    ORDER_2.fail(error);
  }

  @Before(value = "bodyOfOrder_2() && args(ORDER_, ORDER_ID_)", argNames = "ORDER_, ORDER_ID_")
  public void startOrder_2(String ORDER_, String ORDER_ID_) {
    SpanStart start = ORDER_2.begin();
    if (start != null) {
      start.attribute(ORDER_ID, ORDER_);
      start.attribute(ORDER_ID_KEY, ORDER_ID_);
      start.enter();
    }
  }

  @AfterReturning("bodyOfOrder_2()")
  public void endOrder_2() {
    ORDER_2.end();
  }

  @Pointcut("execution(void shop.Collisions.ORDER(java.lang.String, long))")
  void bodyOfORDER() {
  }

  @AfterThrowing(pointcut = "bodyOfORDER()", throwing = "error", argNames = "error")
  public void failORDER(Throwable error) {
    ORDER_3.fail(error);
  }

  @Before(value = "bodyOfORDER() && args(orderId, count)", argNames = "orderId, count")
  public void startORDER(String orderId, long count) {
    SpanStart start = ORDER_3.begin();
    if (start != null) {
      start.attribute(ORDER_ID_KEY_2, orderId);
      start.attribute(ORDER_KEY_2, count);
      start.enter();
    }
  }

  @AfterReturning("bodyOfORDER()")
  public void endORDER() {
    ORDER_3.end();
  }

  @Pointcut("execution(void shop.Collisions.newOrder(char, int))")
  void bodyOfNewOrder() {
  }

  @AfterThrowing(pointcut = "bodyOfNewOrder()", throwing = "error", argNames = "error")
  public void failNewOrder(Throwable error) {
    NEW_ORDER.fail(error);
  }

  @Before(value = "bodyOfNewOrder() && args(String_, java_)", argNames = "String_, java_")
  public void startNewOrder(char String_, int java_) {
    SpanStart start = NEW_ORDER.begin();
    if (start != null) {
      start.attribute(__, String.valueOf(String_));
      start.attribute(_1ST, (long) java_);
      start.enter();
    }
  }

  @AfterReturning("bodyOfNewOrder()")
  public void endNewOrder() {
    NEW_ORDER.end();
  }

  @Pointcut("execution(shop.Collisions.new())")
  void bodyOfNew() {
  }

  @AfterThrowing(pointcut = "bodyOfNew()", throwing = "error", argNames = "error")
  public void failNew(Throwable error) {
    NEW.fail(error);
  }

  @Before("bodyOfNew()")
  public void startNew() {
    NEW.start();
  }

  @AfterReturning("bodyOfNew()")
  public void endNew() {
    NEW.end();
  }

  @Pointcut("execution(void shop.Collisions.New())")
  void bodyOfNew_2() {
  }

  @AfterThrowing(pointcut = "bodyOfNew_2()", throwing = "error", argNames = "error")
  public void failNew_2(Throwable error) {
    NEW_2.fail(error);
  }

  @Before("bodyOfNew_2()")
  public void startNew_2() {
    NEW_2.start();
  }

  @AfterReturning("bodyOfNew_2()")
  public void endNew_2() {
    NEW_2.end();
  }
}
