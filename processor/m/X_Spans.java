package m;

import io.opentelemetry.api.common.AttributeKey;
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
@GeneratedAspect(type = "m.X", methods = "a(Lm/X$Box;Ljava/util/List;)V")
final class X_Spans {
  static final SpanSite A = SpanSite.of("X.a", "m.X.a");

  private static final AttributeKey<String> ID = AttributeKey.stringKey("id");

  private static final AttributeKey<Long> E = AttributeKey.longKey("e");

  @Pointcut("execution(void m.X.a(m.X.Box, java.util.List))")
  void bodyOfA() {
  }

  @AfterThrowing(pointcut = "bodyOfA()", throwing = "error", argNames = "error")
  public void failA(Throwable error) {
    A.fail(error);
  }

  @Before(value = "bodyOfA() && args(b, l)", argNames = "b, l")
  public void startA(X.Box<?> b, List<?> l) {
    SpanStart start = A.begin();
    if (start != null) {
      addId(start, b);
      addE(start, l);
      start.enter();
    }
  }

  @AfterReturning("bodyOfA()")
  public void endA() {
    A.end();
  }

  /**
   * {@code b.content.id()}
   */
  private static void addId(SpanStart start, X.Box<?> b) {
    try {
      X.Order content = b == null ? null : (X.Order) b.content;
      if (content != null) {
        start.attribute(ID, content.id());
      }
    } catch (Throwable failure) {
      start.unreadable(ID, failure);
    }
  }

  /**
   * {@code l.size()}
   */
  private static void addE(SpanStart start, List<?> l) {
    try {
      if (l != null) {
        start.attribute(E, (long) l.size());
      }
    } catch (Throwable failure) {
      start.unreadable(E, failure);
    }
  }
}
