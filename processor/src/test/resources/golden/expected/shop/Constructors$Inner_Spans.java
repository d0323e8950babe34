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
 * Spans of {@link Constructors.Inner}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Constructors$Inner", methods = "<init>(Lshop/Constructors;IJ)V")
final class Constructors$Inner_Spans {
  static final SpanSite NEW = SpanSite.of("Inner.new", "shop.Constructors$Inner.<init>");

  private static final AttributeKey<Long> WEIGHT = AttributeKey.longKey("weight");

  @Pointcut("execution(shop.Constructors.Inner.new(shop.Constructors, int, long))")
  void bodyOfNew() {
  }

  @AfterThrowing(pointcut = "bodyOfNew()", throwing = "error", argNames = "error")
  public void failNew(Throwable error) {
    NEW.fail(error);
  }

  @Before(value = "bodyOfNew() && args(*, *, weight)", argNames = "weight")
  public void startNew(long weight) {
    SpanStart start = NEW.begin();
    if (start != null) {
      start.attribute(WEIGHT, weight);
      start.enter();
    }
  }

  @AfterReturning("bodyOfNew()")
  public void endNew() {
    NEW.end();
  }
}
