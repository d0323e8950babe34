package shop;

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
 * Spans of {@link Records.Shape}, woven into it at build time.
 *
 * <p>The failure advice of each method comes first: AspectJ wraps later advice around earlier
 * advice, so that the exception handler encloses only the body.
 */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpansProcessor",
    comments = "from shop.Records$Shape, by Spanloom (version)"
)
@WovenInto(
    type = "shop.Records$Shape",
    methods = "area()D"
)
final class Records$Shape_Spans {
  /**
   * {@code area()}
   */
  private static final SpanSite AREA = SpanSite.of("Shape.area", "shop.Records$Shape.area");

  @Pointcut("execution(double shop.Records.Shape.area())")
  void bodyOfArea() {
  }

  @AfterThrowing(
      pointcut = "bodyOfArea()",
      throwing = "error",
      argNames = "error"
  )
  public void failArea(Throwable error) {
    AREA.fail(error);
  }

  @Before("bodyOfArea()")
  public void startArea() {
    SpanStart start = AREA.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfArea()")
  public void endArea() {
    AREA.end();
  }
}
