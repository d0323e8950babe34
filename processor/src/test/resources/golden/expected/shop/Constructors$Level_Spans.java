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
 * Spans of {@link Constructors.Level}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Constructors$Level", methods = {
    "<init>(Ljava/lang/String;ILjava/lang/String;)V",
    "label()Ljava/lang/String;"})
final class Constructors$Level_Spans {
  static final SpanSite NEW = SpanSite.of("Level.new", "shop.Constructors$Level.<init>");

  static final SpanSite LABEL = SpanSite.of("Level.label", "shop.Constructors$Level.label");

  private static final AttributeKey<String> LABEL_KEY = AttributeKey.stringKey("label");

  @Pointcut("execution(shop.Constructors.Level.new(java.lang.String, int, java.lang.String))")
  void bodyOfNew() {
  }

  @AfterThrowing(pointcut = "bodyOfNew()", throwing = "error", argNames = "error")
  public void failNew(Throwable error) {
    NEW.fail(error);
  }

  @Before(value = "bodyOfNew() && args(*, *, label)", argNames = "label")
  public void startNew(String label) {
    SpanStart start = NEW.begin();
    if (start != null) {
      start.attribute(LABEL_KEY, label);
      start.enter();
    }
  }

  @AfterReturning("bodyOfNew()")
  public void endNew() {
    NEW.end();
  }

  @Pointcut("execution(java.lang.String shop.Constructors.Level.label())")
  void bodyOfLabel() {
  }

  @AfterThrowing(pointcut = "bodyOfLabel()", throwing = "error", argNames = "error")
  public void failLabel(Throwable error) {
    LABEL.fail(error);
  }

  @Before("bodyOfLabel()")
  public void startLabel() {
    LABEL.start();
  }

  @AfterReturning("bodyOfLabel()")
  public void endLabel() {
    LABEL.end();
  }
}
