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
 * Spans of {@link Records.Canonical}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Records$Canonical", methods = {
    "<init>(Ljava/lang/Object;)V",
    "<init>(JLjava/lang/Object;)V",
    "value()Ljava/lang/Object;",
    "count()I"})
final class Records$Canonical_Spans {
  static final SpanSite NEW_OBJECT = SpanSite.of("Canonical.new", "shop.Records$Canonical.<init>");

  static final SpanSite NEW_LONG_OBJECT = SpanSite.of("Canonical.new",
      "shop.Records$Canonical.<init>");

  static final SpanSite VALUE = SpanSite.of("Canonical.value", "shop.Records$Canonical.value");

  static final SpanSite COUNT = SpanSite.of("Canonical.count", "shop.Records$Canonical.count");

  private static final AttributeKey<Long> SEED = AttributeKey.longKey("seed");

  @Pointcut("execution(shop.Records.Canonical.new(java.lang.Object))")
  void bodyOfNewObject() {
  }

  @AfterThrowing(pointcut = "bodyOfNewObject()", throwing = "error", argNames = "error")
  public void failNewObject(Throwable error) {
    NEW_OBJECT.fail(error);
  }

  @Before("bodyOfNewObject()")
  public void startNewObject() {
    NEW_OBJECT.start();
  }

  @AfterReturning("bodyOfNewObject()")
  public void endNewObject() {
    NEW_OBJECT.end();
  }

  @Pointcut("execution(shop.Records.Canonical.new(long, java.lang.Object))")
  void bodyOfNewLongObject() {
  }

  @AfterThrowing(pointcut = "bodyOfNewLongObject()", throwing = "error", argNames = "error")
  public void failNewLongObject(Throwable error) {
    NEW_LONG_OBJECT.fail(error);
  }

  @Before(value = "bodyOfNewLongObject() && args(seed, ..)", argNames = "seed")
  public void startNewLongObject(long seed) {
    SpanStart start = NEW_LONG_OBJECT.begin();
    if (start != null) {
      start.attribute(SEED, seed);
      start.enter();
    }
  }

  @AfterReturning("bodyOfNewLongObject()")
  public void endNewLongObject() {
    NEW_LONG_OBJECT.end();
  }

  @Pointcut("execution(java.lang.Object shop.Records.Canonical.value())")
  void bodyOfValue() {
  }

  @AfterThrowing(pointcut = "bodyOfValue()", throwing = "error", argNames = "error")
  public void failValue(Throwable error) {
    VALUE.fail(error);
  }

  @Before("bodyOfValue()")
  public void startValue() {
    VALUE.start();
  }

  @AfterReturning("bodyOfValue()")
  public void endValue() {
    VALUE.end();
  }

  @Pointcut("execution(int shop.Records.Canonical.count())")
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
}
