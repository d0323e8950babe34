package shop;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
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
 * Spans of {@link Bulk.Sender}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Bulk$Sender", methods = {
    "plain()V",
    "full(Ljava/lang/String;)V"},
    inherited = {
    "plain()V by shop.Bulk$Sent on shop.Bulk$Sender",
    "full(Ljava/lang/String;)V by shop.Bulk$Sent on shop.Bulk$Sender"})
final class Bulk$Sender_Spans {
  static final SpanSite PLAIN = SpanSite.of("Sender.plain", "shop.Bulk$Sender.plain")
      .kind(SpanKind.PRODUCER)
      .withoutException()
      .attribute(AttributeKey.stringKey("component"), "billing")
      .attribute(AttributeKey.stringKey("sent.topic"), "orders")
      .attribute(AttributeKey.longKey("sent.partition"), 0L);

  static final SpanSite FULL = SpanSite.of("Sender.full", "shop.Bulk$Sender.full")
      .kind(SpanKind.PRODUCER)
      .withoutException()
      .attribute(AttributeKey.stringKey("component"), "billing")
      .attribute(AttributeKey.stringKey("sent.topic"), "orders")
      .attribute(AttributeKey.longKey("sent.partition"), 5L);

  private static final AttributeKey<String> REGION = AttributeKey.stringKey("region");

  private static final AttributeKey<String> ORDER = AttributeKey.stringKey("order");

  private static final AttributeKey<Long> SENT_KEY = AttributeKey.longKey("sent.key");

  @Pointcut("execution(void shop.Bulk.Sender.plain())")
  void bodyOfPlain() {
  }

  @AfterThrowing(pointcut = "bodyOfPlain()", throwing = "error", argNames = "error")
  public void failPlain(Throwable error) {
    PLAIN.fail(error);
  }

  @Before(value = "bodyOfPlain() && this(self)", argNames = "self")
  public void startPlain(Bulk.Sender self) {
    SpanStart start = PLAIN.begin();
    if (start != null) {
      addRegion(start, self);
      start.enter();
    }
  }

  @AfterReturning("bodyOfPlain()")
  public void endPlain() {
    PLAIN.end();
  }

  @Pointcut("execution(void shop.Bulk.Sender.full(java.lang.String))")
  void bodyOfFull() {
  }

  @AfterThrowing(pointcut = "bodyOfFull()", throwing = "error", argNames = "error")
  public void failFull(Throwable error) {
    FULL.fail(error);
  }

  @Before(value = "bodyOfFull() && this(self) && args(order)", argNames = "self, order")
  public void startFull(Bulk.Sender self, String order) {
    SpanStart start = FULL.begin();
    if (start != null) {
      start.attribute(ORDER, order);
      addRegion(start, self);
      addSentKey(start, order);
      start.enter();
    }
  }

  @AfterReturning("bodyOfFull()")
  public void endFull() {
    FULL.end();
  }

  /**
   * {@code this.region}
   */
  private static void addRegion(SpanStart start, Bulk.Sender self) {
    try {
      start.attribute(REGION, self.region);
    } catch (Throwable failure) {
      start.unreadable(REGION, failure);
    }
  }

  /**
   * {@code order.length()}
   */
  private static void addSentKey(SpanStart start, String order) {
    try {
      if (order != null) {
        start.attribute(SENT_KEY, (long) order.length());
      }
    } catch (Throwable failure) {
      start.unreadable(SENT_KEY, failure);
    }
  }
}
