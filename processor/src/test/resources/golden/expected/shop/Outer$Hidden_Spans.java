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
 * Spans of {@code shop.Outer.Hidden}, woven into it at build time.
 *
 * <p>The failure advice of each method comes first: AspectJ wraps later advice around earlier
 * advice, so that the exception handler encloses only the body.
 */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpansProcessor",
    comments = "from shop.Outer$Hidden, by Spanloom (version)"
)
@WovenInto(
    type = "shop.Outer$Hidden",
    methods = "run([Lshop/Outer$Hidden;)Lshop/Outer$Hidden;"
)
final class Outer$Hidden_Spans {
  /**
   * {@code run(Hidden[])}
   */
  private static final SpanSite RUN = SpanSite.of("Hidden.run", "shop.Outer$Hidden.run");

  @Pointcut("execution(shop.Outer.Hidden shop.Outer.Hidden.run(shop.Outer.Hidden[]))")
  void bodyOfRun() {
  }

  @AfterThrowing(
      pointcut = "bodyOfRun()",
      throwing = "error",
      argNames = "error"
  )
  public void failRun(Throwable error) {
    RUN.fail(error);
  }

  @Before("bodyOfRun()")
  public void startRun() {
    SpanStart start = RUN.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfRun()")
  public void endRun() {
    RUN.end();
  }
}
