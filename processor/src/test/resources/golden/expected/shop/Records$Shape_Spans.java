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
 * <p>Of each method the advice for a failed run stands first: AspectJ lets what stands later run
 * outside, so that the handler encloses the body alone.
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
