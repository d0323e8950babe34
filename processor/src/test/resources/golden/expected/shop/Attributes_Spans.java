package shop;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link Attributes}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Attributes", methods = {
    "primitives(ZBSIJFDC)V",
    "boxes(Ljava/lang/Boolean;Ljava/lang/Byte;Ljava/lang/Short;Ljava/lang/Integer;Ljava/lang/Long;Ljava/lang/Float;Ljava/lang/Double;Ljava/lang/Character;)V",
    "texts(Ljava/lang/String;Ljava/util/UUID;Lshop/Attributes$Status;Ljava/lang/Enum;Lshop/Attributes$Status;)V"})
final class Attributes_Spans {
  static final SpanSite PRIMITIVES = SpanSite.of("Attributes.primitives",
      "shop.Attributes.primitives");

  static final SpanSite BOXES = SpanSite.of("Attributes.boxes", "shop.Attributes.boxes");

  static final SpanSite TEXTS = SpanSite.of("Attributes.texts", "shop.Attributes.texts");

  private static final AttributeKey<Boolean> PAID = AttributeKey.booleanKey("paid");

  private static final AttributeKey<Long> TINY = AttributeKey.longKey("tiny");

  private static final AttributeKey<Long> SMALL = AttributeKey.longKey("small");

  private static final AttributeKey<Long> COUNT = AttributeKey.longKey("count");

  private static final AttributeKey<Long> TOTAL = AttributeKey.longKey("total");

  private static final AttributeKey<Double> RATE = AttributeKey.doubleKey("rate");

  private static final AttributeKey<Double> PRICE = AttributeKey.doubleKey("price");

  private static final AttributeKey<String> GRADE = AttributeKey.stringKey("grade");

  private static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("order.id");

  private static final AttributeKey<String> CUSTOMER = AttributeKey.stringKey("customer");

  private static final AttributeKey<String> STATUS = AttributeKey.stringKey("status");

  private static final AttributeKey<String> ANY = AttributeKey.stringKey("any");

  private static final AttributeKey<String> OWN = AttributeKey.stringKey("own");

  @Pointcut("execution(void shop.Attributes.primitives(boolean, byte, short, int, long, float, double, char))")
  void bodyOfPrimitives() {
  }

  @AfterThrowing(pointcut = "bodyOfPrimitives()", throwing = "error", argNames = "error")
  public void failPrimitives(Throwable error) {
    PRIMITIVES.fail(error);
  }

  @Before(value = "bodyOfPrimitives() && args(paid, tiny, small, count, total, rate, price, grade)", argNames = "paid, tiny, small, count, total, rate, price, grade")
  public void startPrimitives(boolean paid, byte tiny, short small, int count, long total,
      float rate, double price, char grade) {
    SpanStart start = PRIMITIVES.begin();
    if (start != null) {
      start.attribute(PAID, paid);
      start.attribute(TINY, (long) tiny);
      start.attribute(SMALL, (long) small);
      start.attribute(COUNT, (long) count);
      start.attribute(TOTAL, total);
      start.attribute(RATE, (double) rate);
      start.attribute(PRICE, price);
      start.attribute(GRADE, String.valueOf(grade));
      start.enter();
    }
  }

  @AfterReturning("bodyOfPrimitives()")
  public void endPrimitives() {
    PRIMITIVES.end();
  }

  @Pointcut("execution(void shop.Attributes.boxes(java.lang.Boolean, java.lang.Byte, java.lang.Short, java.lang.Integer, java.lang.Long, java.lang.Float, java.lang.Double, java.lang.Character))")
  void bodyOfBoxes() {
  }

  @AfterThrowing(pointcut = "bodyOfBoxes()", throwing = "error", argNames = "error")
  public void failBoxes(Throwable error) {
    BOXES.fail(error);
  }

  @Before(value = "bodyOfBoxes() && args(paid, tiny, small, count, total, rate, price, grade)", argNames = "paid, tiny, small, count, total, rate, price, grade")
  public void startBoxes(Boolean paid, Byte tiny, Short small, Integer count, Long total,
      Float rate, Double price, Character grade) {
    SpanStart start = BOXES.begin();
    if (start != null) {
      start.attribute(PAID, paid);
      start.attribute(TINY, tiny == null ? null : tiny.longValue());
      start.attribute(SMALL, small == null ? null : small.longValue());
      start.attribute(COUNT, count == null ? null : count.longValue());
      start.attribute(TOTAL, total);
      start.attribute(RATE, rate == null ? null : rate.doubleValue());
      start.attribute(PRICE, price);
      start.attribute(GRADE, grade == null ? null : grade.toString());
      start.enter();
    }
  }

  @AfterReturning("bodyOfBoxes()")
  public void endBoxes() {
    BOXES.end();
  }

  @Pointcut("execution(void shop.Attributes.texts(java.lang.String, java.util.UUID, shop.Attributes.Status, java.lang.Enum, shop.Attributes.Status))")
  void bodyOfTexts() {
  }

  @AfterThrowing(pointcut = "bodyOfTexts()", throwing = "error", argNames = "error")
  public void failTexts(Throwable error) {
    TEXTS.fail(error);
  }

  @Before(value = "bodyOfTexts() && args(id, customer, status, any, own)", argNames = "id, customer, status, any, own")
  public void startTexts(String id, UUID customer, Enum<?> status, Enum<?> any, Enum<?> own) {
    SpanStart start = TEXTS.begin();
    if (start != null) {
      start.attribute(ORDER_ID, id);
      start.attribute(CUSTOMER, customer == null ? null : customer.toString());
      start.attribute(STATUS, status == null ? null : status.name());
      start.attribute(ANY, any == null ? null : any.name());
      start.attribute(OWN, own == null ? null : own.name());
      start.enter();
    }
  }

  @AfterReturning("bodyOfTexts()")
  public void endTexts() {
    TEXTS.end();
  }
}
