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
 * Spans of {@link Interfaces.Member}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Interfaces$Member", methods = "<init>(I)V")
final class Interfaces$Member_Spans {
  static final SpanSite NEW = SpanSite.of("Member.new", "shop.Interfaces$Member.<init>");

  @Pointcut("execution(shop.Interfaces.Member.new(int))")
  void bodyOfNew() {
  }

  @AfterThrowing(pointcut = "bodyOfNew()", throwing = "error", argNames = "error")
  public void failNew(Throwable error) {
    NEW.fail(error);
  }

  @Before("bodyOfNew()")
  public void startNew() {
    NEW.start();
  }

  @AfterReturning("bodyOfNew()")
  public void endNew() {
    NEW.end();
  }
}
