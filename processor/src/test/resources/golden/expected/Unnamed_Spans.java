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
 * Spans of {@link Unnamed}, woven into it at build time.
 *
 * <p>The failure advice of each method comes first: AspectJ wraps later advice around earlier
 * advice, so that the exception handler encloses only the body.
 */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpansProcessor",
    comments = "from Unnamed, by Spanloom (version)"
)
@WovenInto(
    type = "Unnamed",
    methods = "main([Ljava/lang/String;)V"
)
final class Unnamed_Spans {
  /**
   * {@code main(String[])}
   */
  private static final SpanSite MAIN = SpanSite.of("Unnamed.main", "Unnamed.main");

  @Pointcut("execution(void Unnamed.main(java.lang.String[]))")
  void bodyOfMain() {
  }

  @AfterThrowing(
      pointcut = "bodyOfMain()",
      throwing = "error",
      argNames = "error"
  )
  public void failMain(Throwable error) {
    MAIN.fail(error);
  }

  @Before("bodyOfMain()")
  public void startMain() {
    SpanStart start = MAIN.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfMain()")
  public void endMain() {
    MAIN.end();
  }
}
