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
 * Spans of {@link Plain}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Plain", methods = {
    "place(Ljava/lang/String;)V",
    "count()I",
    "cancel(Ljava/lang/String;Ljava/lang/String;)Z",
    "ship(Ljava/lang/String;Ljava/lang/String;JI)Ljava/lang/String;"})
final class Plain_Spans {
  static final SpanSite PLACE = SpanSite.of("Plain.place", "shop.Plain.place");

  static final SpanSite COUNT = SpanSite.of("Plain.count", "shop.Plain.count");

  static final SpanSite CANCEL = SpanSite.of("order.cancel", "shop.Plain.cancel");

  static final SpanSite SHIP = SpanSite.of("Plain.ship", "shop.Plain.ship");

  private static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("order.id");

  private static final AttributeKey<String> TO = AttributeKey.stringKey("to");

  private static final AttributeKey<Long> BOX = AttributeKey.longKey("box");

  @Pointcut("execution(void shop.Plain.place(java.lang.String))")
  void bodyOfPlace() {
  }

  @AfterThrowing(pointcut = "bodyOfPlace()", throwing = "error", argNames = "error")
  public void failPlace(Throwable error) {
    PLACE.fail(error);
  }

  @Before("bodyOfPlace()")
  public void startPlace() {
    PLACE.start();
  }

  @AfterReturning("bodyOfPlace()")
  public void endPlace() {
    PLACE.end();
  }

  @Pointcut("execution(int shop.Plain.count())")
  void bodyOfCount() {
  }

  @AfterThrowing(pointcut = "bodyOfCount()", throwing = "error", argNames = "error")
  public void failCount(Throwable error) {
    COUNT.fail(error);
  }

  @Before("bodyOfCount()")
  public void startCount() {
    COUNT.start();
  }

  @AfterReturning("bodyOfCount()")
  public void endCount() {
    COUNT.end();
  }

  @Pointcut("execution(boolean shop.Plain.cancel(java.lang.String, java.lang.String))")
  void bodyOfCancel() {
  }

  @AfterThrowing(pointcut = "bodyOfCancel()", throwing = "error", argNames = "error")
  public void failCancel(Throwable error) {
    CANCEL.fail(error);
  }

  @Before(value = "bodyOfCancel() && args(id, ..)", argNames = "id")
  public void startCancel(String id) {
    SpanStart start = CANCEL.begin();
    if (start != null) {
      start.attribute(ORDER_ID, id);
      start.enter();
    }
  }

  @AfterReturning("bodyOfCancel()")
  public void endCancel() {
    CANCEL.end();
  }

  @Pointcut("execution(java.lang.String shop.Plain.ship(java.lang.String, java.lang.String, long, int))")
  void bodyOfShip() {
  }

  @AfterThrowing(pointcut = "bodyOfShip()", throwing = "error", argNames = "error")
  public void failShip(Throwable error) {
    SHIP.fail(error);
  }

  @Before(value = "bodyOfShip() && args(*, to, *, boxes)", argNames = "to, boxes")
  public void startShip(String to, int boxes) {
    SpanStart start = SHIP.begin();
    if (start != null) {
      start.attribute(TO, to);
      start.attribute(BOX, (long) boxes);
      start.enter();
    }
  }

  @AfterReturning("bodyOfShip()")
  public void endShip() {
    SHIP.end();
  }
}
