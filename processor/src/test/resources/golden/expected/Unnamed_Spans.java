import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.SpanSite;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link Unnamed}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "Unnamed", methods = "main([Ljava/lang/String;)V")
final class Unnamed_Spans {
  static final SpanSite MAIN = SpanSite.of("Unnamed.main", "Unnamed.main");

  @Pointcut("execution(void Unnamed.main(java.lang.String[]))")
  void bodyOfMain() {
  }

  @AfterThrowing(pointcut = "bodyOfMain()", throwing = "error", argNames = "error")
  public void failMain(Throwable error) {
    MAIN.fail(error);
  }

  @Before("bodyOfMain()")
  public void startMain() {
    MAIN.start();
  }

  @AfterReturning("bodyOfMain()")
  public void endMain() {
    MAIN.end();
  }
}
