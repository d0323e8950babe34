package shop;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import io.spanloom.runtime.woven.WovenInto;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link Records.Canonical}, woven into it at build time.
 *
 * <p>The failure advice of each method comes first: AspectJ wraps later advice around earlier
 * advice, so that the exception handler encloses only the body.
 */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpansProcessor",
    comments = "from shop.Records$Canonical, by Spanloom (version)"
)
@WovenInto(
    type = "shop.Records$Canonical",
    methods = {
        "<init>(Ljava/lang/Object;)V",
        "<init>(JLjava/lang/Object;)V",
        "value()Ljava/lang/Object;",
        "count()I"
    }
)
final class Records$Canonical_Spans {
  /**
   * {@code Canonical(Object)}
   */
  private static final SpanSite NEW = SpanSite.of("Canonical.new", "shop.Records$Canonical.<init>");

  /**
   * {@code Canonical(long, Object)}
   */
  private static final SpanSite NEW_2 = SpanSite.of("Canonical.new",
      "shop.Records$Canonical.<init>");

  /**
   * {@code value()}
   */
  private static final SpanSite VALUE = SpanSite.of("Canonical.value",
      "shop.Records$Canonical.value");

  /**
   * {@code count()}
   */
  private static final SpanSite COUNT = SpanSite.of("Canonical.count",
      "shop.Records$Canonical.count");

  private static final AttributeKey<Long> SEED = AttributeKey.longKey("seed");

  @Pointcut("execution(shop.Records.Canonical.new(java.lang.Object))")
  void bodyOfNew() {
  }

  @AfterThrowing(
      pointcut = "bodyOfNew()",
      throwing = "error",
      argNames = "error"
  )
  public void failNew(Throwable error) {
    NEW.fail(error);
  }

  @Before("bodyOfNew()")
  public void startNew() {
    SpanStart start = NEW.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfNew()")
  public void endNew() {
    NEW.end();
  }

  @Pointcut("execution(shop.Records.Canonical.new(long, java.lang.Object))")
  void bodyOfNew_2() {
  }

  @AfterThrowing(
      pointcut = "bodyOfNew_2()",
      throwing = "error",
      argNames = "error"
  )
  public void failNew_2(Throwable error) {
    NEW_2.fail(error);
  }

  @Before(
      value = "bodyOfNew_2() && args(seed, ..)",
      argNames = "seed"
  )
  public void startNew_2(long seed) {
    SpanStart start = NEW_2.begin();
    if (start != null) {
      start.attribute(SEED, seed);
      start.enter();
    }
  }

  @AfterReturning("bodyOfNew_2()")
  public void endNew_2() {
    NEW_2.end();
  }

  @Pointcut("execution(java.lang.Object shop.Records.Canonical.value())")
  void bodyOfValue() {
  }

  @AfterThrowing(
      pointcut = "bodyOfValue()",
      throwing = "error",
      argNames = "error"
  )
  public void failValue(Throwable error) {
    VALUE.fail(error);
  }

  @Before("bodyOfValue()")
  public void startValue() {
    SpanStart start = VALUE.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfValue()")
  public void endValue() {
    VALUE.end();
  }

  @Pointcut("execution(int shop.Records.Canonical.count())")
  void bodyOfCount() {
  }

  @AfterThrowing(
      pointcut = "bodyOfCount()",
      throwing = "error",
      argNames = "error"
  )
  public void failCount(Throwable error) {
    COUNT.fail(error);
  }

  @Before("bodyOfCount()")
  public void startCount() {
    SpanStart start = COUNT.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfCount()")
  public void endCount() {
    COUNT.end();
  }
}
