package shadow;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
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
 * Spans of {@link Shadows}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shadow.Shadows", methods = {
    "run(Ljava/lang/String;CLjava/lang/Integer;Lshadow/SpanKind;)V",
    "serve()V"})
final class Shadows_Spans {
  static final SpanSite RUN = SpanSite.of("Shadows.run", "shadow.Shadows.run")
      .expecting(java.lang.IllegalStateException.class);

  static final SpanSite SERVE = SpanSite.of("Shadows.serve", "shadow.Shadows.serve")
      .kind(SpanKind.SERVER);

  private static final AttributeKey<java.lang.String> NAME = AttributeKey.stringKey("name");

  private static final AttributeKey<java.lang.String> GRADE = AttributeKey.stringKey("grade");

  private static final AttributeKey<java.lang.Long> COUNT = AttributeKey.longKey("count");

  private static final AttributeKey<java.lang.String> KIND = AttributeKey.stringKey("kind");

  @Pointcut("execution(void shadow.Shadows.run(java.lang.String, char, java.lang.Integer, shadow.SpanKind))")
  void bodyOfRun() {
  }

  @AfterThrowing(pointcut = "bodyOfRun()", throwing = "error", argNames = "error")
  public void failRun(java.lang.Throwable error) {
    RUN.fail(error);
  }

  @Before(value = "bodyOfRun() && args(name, grade, count, kind)", argNames = "name, grade, count, kind")
  public void startRun(java.lang.String name, char grade, java.lang.Integer count, Enum<?> kind) {
    SpanStart start = RUN.begin();
    if (start != null) {
      start.attribute(NAME, name);
      start.attribute(GRADE, java.lang.String.valueOf(grade));
      start.attribute(COUNT, count == null ? null : count.longValue());
      start.attribute(KIND, kind == null ? null : kind.name());
      start.enter();
    }
  }

  @AfterReturning("bodyOfRun()")
  public void endRun() {
    RUN.end();
  }

  @Pointcut("execution(void shadow.Shadows.serve())")
  void bodyOfServe() {
  }

  @AfterThrowing(pointcut = "bodyOfServe()", throwing = "error", argNames = "error")
  public void failServe(java.lang.Throwable error) {
    SERVE.fail(error);
  }

  @Before("bodyOfServe()")
  public void startServe() {
    SERVE.start();
  }

  @AfterReturning("bodyOfServe()")
  public void endServe() {
    SERVE.end();
  }
}
