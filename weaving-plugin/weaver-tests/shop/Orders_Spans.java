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
 * Spans of {@link Orders}, woven into it at build time.
 *
 * <p>The failure advice of each method comes first: AspectJ wraps later advice around earlier
 * advice, so that the exception handler encloses only the body.
 */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpansProcessor",
    comments = "from shop.Orders, by Spanloom 0.1.0-SNAPSHOT"
)
@WovenInto(
    type = "shop.Orders",
    methods = "place(Ljava/lang/String;)V"
)
final class Orders_Spans {
  /**
   * {@code place(String)}
   */
  private static final SpanSite PLACE = SpanSite.of("Orders.place", "shop.Orders.place");

  @Pointcut("execution(void shop.Orders.place(java.lang.String))")
  void bodyOfPlace() {
  }

  @AfterThrowing(
      pointcut = "bodyOfPlace()",
      throwing = "error",
      argNames = "error"
  )
  public void failPlace(Throwable error) {
    PLACE.fail(error);
  }

  @Before("bodyOfPlace()")
  public void startPlace() {
    SpanStart start = PLACE.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfPlace()")
  public void endPlace() {
    PLACE.end();
  }
}
