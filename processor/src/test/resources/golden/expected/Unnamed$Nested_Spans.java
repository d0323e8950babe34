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
 * Spans of {@link Unnamed.Nested}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "Unnamed$Nested", methods = "make(LUnnamed$Mood;)LUnnamed;")
final class Unnamed$Nested_Spans {
  static final SpanSite MAKE = SpanSite.of("Nested.make", "Unnamed$Nested.make");

  private static final AttributeKey<String> MOOD = AttributeKey.stringKey("mood");

  @Pointcut("execution(Unnamed Unnamed.Nested.make(Unnamed.Mood))")
  void bodyOfMake() {
  }

  @AfterThrowing(pointcut = "bodyOfMake()", throwing = "error", argNames = "error")
  public void failMake(Throwable error) {
    MAKE.fail(error);
  }

  @Before(value = "bodyOfMake() && args(mood)", argNames = "mood")
  public void startMake(Enum<?> mood) {
    SpanStart start = MAKE.begin();
    if (start != null) {
      start.attribute(MOOD, mood == null ? null : mood.name());
      start.enter();
    }
  }

  @AfterReturning("bodyOfMake()")
  public void endMake() {
    MAKE.end();
  }
}
