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
 * Spans of {@link Outer.With$Dollar}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Outer$With$Dollar", methods = "run$(Ljava/lang/String;)V")
final class Outer$With$Dollar_Spans {
  static final SpanSite RUN$ = SpanSite.of("With$Dollar.run$", "shop.Outer$With$Dollar.run$");

  private static final AttributeKey<String> $ = AttributeKey.stringKey("$");

  @Pointcut("execution(void shop.Outer.With$Dollar.run$(java.lang.String))")
  void bodyOfRun$() {
  }

  @AfterThrowing(pointcut = "bodyOfRun$()", throwing = "error", argNames = "error")
  public void failRun$(Throwable error) {
    RUN$.fail(error);
  }

  @Before(value = "bodyOfRun$() && args($_)", argNames = "$_")
  public void startRun$(String $_) {
    SpanStart start = RUN$.begin();
    if (start != null) {
      start.attribute($, $_);
      start.enter();
    }
  }

  @AfterReturning("bodyOfRun$()")
  public void endRun$() {
    RUN$.end();
  }
}
