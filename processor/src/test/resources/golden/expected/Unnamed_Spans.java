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
 * <p>Of each method the advice for a failed run stands first: AspectJ lets what stands later run
 * outside, so that the handler encloses the body alone.
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
