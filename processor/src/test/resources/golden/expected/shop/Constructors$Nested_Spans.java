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
 * Spans of {@link Constructors.Nested}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Constructors$Nested", methods = "<init>(Ljava/lang/Object;Ljava/lang/String;)V")
final class Constructors$Nested_Spans {
  static final SpanSite NEW = SpanSite.of("Nested.new", "shop.Constructors$Nested.<init>");

  private static final AttributeKey<String> NAME = AttributeKey.stringKey("name");

  @Pointcut("execution(shop.Constructors.Nested.new(java.lang.Object, java.lang.String))")
  void bodyOfNew() {
  }

  @AfterThrowing(pointcut = "bodyOfNew()", throwing = "error", argNames = "error")
  public void failNew(Throwable error) {
    NEW.fail(error);
  }

  @Before(value = "bodyOfNew() && args(*, name)", argNames = "name")
  public void startNew(String name) {
    SpanStart start = NEW.begin();
    if (start != null) {
      start.attribute(NAME, name);
      start.enter();
    }
  }

  @AfterReturning("bodyOfNew()")
  public void endNew() {
    NEW.end();
  }
}
