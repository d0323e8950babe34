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
 * Spans of {@link Deprecation}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Deprecation", methods = "run(Lshop/Deprecation$Old;)V")
@SuppressWarnings({"deprecation", "removal"})
final class Deprecation_Spans {
  static final SpanSite RUN = SpanSite.of("Deprecation.run", "shop.Deprecation.run")
      .expecting(Deprecation.Bad.class)
      .expecting(java.rmi.ServerRuntimeException.class);

  private static final AttributeKey<String> OLD = AttributeKey.stringKey("old");

  @Pointcut("execution(void shop.Deprecation.run(shop.Deprecation.Old))")
  void bodyOfRun() {
  }

  @AfterThrowing(pointcut = "bodyOfRun()", throwing = "error", argNames = "error")
  public void failRun(Throwable error) {
    RUN.fail(error);
  }

  @Before(value = "bodyOfRun() && args(old)", argNames = "old")
  public void startRun(Enum<?> old) {
    SpanStart start = RUN.begin();
    if (start != null) {
      start.attribute(OLD, old == null ? null : old.name());
      start.enter();
    }
  }

  @AfterReturning("bodyOfRun()")
  public void endRun() {
    RUN.end();
  }
}
