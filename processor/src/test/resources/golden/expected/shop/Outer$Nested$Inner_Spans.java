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
 * Spans of {@link Outer.Nested.Inner}, woven into it at build time.
 *
 * <p>The failure advice of each method comes first: AspectJ wraps later advice around earlier
 * advice, so that the exception handler encloses only the body.
 */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpansProcessor",
    comments = "from shop.Outer$Nested$Inner, by Spanloom (version)"
)
@WovenInto(
    type = "shop.Outer$Nested$Inner",
    methods = "run(Lshop/Outer$Nested$Inner;)V"
)
final class Outer$Nested$Inner_Spans {
  /**
   * {@code run(Inner)}
   */
  private static final SpanSite RUN = SpanSite.of("Inner.run", "shop.Outer$Nested$Inner.run");

  @Pointcut("execution(void shop.Outer.Nested.Inner.run(shop.Outer.Nested.Inner))")
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
