package m;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.runtime.woven.AttributeValues;
import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import java.util.List;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link X}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom 0.1.0-SNAPSHOT")
@GeneratedAspect(type = "m.X", methods = "a(Ljava/util/List;)V")
final class X_Spans {
  static final SpanSite A = SpanSite.of("X.a", "m.X.a");

  private static final AttributeKey<List<String>> L = AttributeKey.stringArrayKey("l");

  @Pointcut("execution(void m.X.a(java.util.List))")
  void bodyOfA() {
  }

  @AfterThrowing(pointcut = "bodyOfA()", throwing = "error", argNames = "error")
  public void failA(Throwable error) {
    A.fail(error);
  }

  @Before(value = "bodyOfA() && args(l)", argNames = "l")
  public void startA(List<?> l) {
    SpanStart start = A.begin();
    if (start != null) {
      start.attribute(L, AttributeValues.strings(l));
      start.enter();
    }
  }

  @AfterReturning("bodyOfA()")
  public void endA() {
    A.end();
  }
}
