package shop;

import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.SpanSite;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link Records.Shape}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Records$Shape", methods = "area()D")
final class Records$Shape_Spans {
  static final SpanSite AREA = SpanSite.of("Shape.area", "shop.Records$Shape.area");

  @Pointcut("execution(double shop.Records.Shape.area())")
  void bodyOfArea() {
  }

  @AfterThrowing(pointcut = "bodyOfArea()", throwing = "error", argNames = "error")
  public void failArea(Throwable error) {
    AREA.fail(error);
  }

  @Before("bodyOfArea()")
  public void startArea() {
    AREA.start();
  }

  @AfterReturning("bodyOfArea()")
  public void endArea() {
    AREA.end();
  }
}
