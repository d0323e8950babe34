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
 * Spans of {@link Outer.Nested}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Outer$Nested", methods = "run(Lshop/Outer$Kind;Lshop/Outer$Nested;)V")
final class Outer$Nested_Spans {
  static final SpanSite RUN = SpanSite.of("Nested.run", "shop.Outer$Nested.run");

  private static final AttributeKey<String> KIND = AttributeKey.stringKey("kind");

  @Pointcut("execution(void shop.Outer.Nested.run(shop.Outer.Kind, shop.Outer.Nested))")
  void bodyOfRun() {
  }

  @AfterThrowing(pointcut = "bodyOfRun()", throwing = "error", argNames = "error")
  public void failRun(Throwable error) {
    RUN.fail(error);
  }

  @Before(value = "bodyOfRun() && args(kind, ..)", argNames = "kind")
  public void startRun(Enum<?> kind) {
    SpanStart start = RUN.begin();
    if (start != null) {
      start.attribute(KIND, kind == null ? null : kind.name());
      start.enter();
    }
  }

  @AfterReturning("bodyOfRun()")
  public void endRun() {
    RUN.end();
  }
}
