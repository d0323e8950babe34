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
 * Spans of {@link Outer.Nested.Inner}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Outer$Nested$Inner", methods = "run(Lshop/Outer$Nested$Inner;)V")
final class Outer$Nested$Inner_Spans {
  static final SpanSite RUN = SpanSite.of("Inner.run", "shop.Outer$Nested$Inner.run");

  @Pointcut("execution(void shop.Outer.Nested.Inner.run(shop.Outer.Nested.Inner))")
  void bodyOfRun() {
  }

  @AfterThrowing(pointcut = "bodyOfRun()", throwing = "error", argNames = "error")
  public void failRun(Throwable error) {
    RUN.fail(error);
  }

  @Before("bodyOfRun()")
  public void startRun() {
    RUN.start();
  }

  @AfterReturning("bodyOfRun()")
  public void endRun() {
    RUN.end();
  }
}
