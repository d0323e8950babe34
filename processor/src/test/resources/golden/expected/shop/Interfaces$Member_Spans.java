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
 * Spans of {@link Interfaces.Member}, woven into it at build time.
 *
 * <p>The failure advice of each method comes first: AspectJ wraps later advice around earlier
 * advice, so that the exception handler encloses only the body.
 */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpansProcessor",
    comments = "from shop.Interfaces$Member, by Spanloom (version)"
)
@WovenInto(
    type = "shop.Interfaces$Member",
    methods = "<init>(I)V"
)
final class Interfaces$Member_Spans {
  /**
   * {@code Member(int)}
   */
  private static final SpanSite NEW = SpanSite.of("Member.new", "shop.Interfaces$Member.<init>");

  @Pointcut("execution(shop.Interfaces.Member.new(int))")
  void bodyOfNew() {
  }

  @AfterThrowing(
      pointcut = "bodyOfNew()",
      throwing = "error",
      argNames = "error"
  )
  public void failNew(Throwable error) {
    NEW.fail(error);
  }

  @Before("bodyOfNew()")
  public void startNew() {
    SpanStart start = NEW.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfNew()")
  public void endNew() {
    NEW.end();
  }
}
