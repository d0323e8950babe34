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
 * Spans of {@link Constructors}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Constructors", methods = {
    "<init>()V",
    "<init>(Ljava/lang/String;[Ljava/lang/Object;)V"})
final class Constructors_Spans {
  static final SpanSite NEW = SpanSite.of("Constructors.new", "shop.Constructors.<init>");

  static final SpanSite NEW_STRING_OBJECT_ARRAY = SpanSite.of("open", "shop.Constructors.<init>");

  private static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("order.id");

  @Pointcut("execution(shop.Constructors.new())")
  void bodyOfNew() {
  }

  @AfterThrowing(pointcut = "bodyOfNew()", throwing = "error", argNames = "error")
  public void failNew(Throwable error) {
    NEW.fail(error);
  }

  @Before("bodyOfNew()")
  public void startNew() {
    NEW.start();
  }

  @AfterReturning("bodyOfNew()")
  public void endNew() {
    NEW.end();
  }

  @Pointcut("execution(shop.Constructors.new(java.lang.String, java.lang.Object...))")
  void bodyOfNewStringObjectArray() {
  }

  @AfterThrowing(pointcut = "bodyOfNewStringObjectArray()", throwing = "error", argNames = "error")
  public void failNewStringObjectArray(Throwable error) {
    NEW_STRING_OBJECT_ARRAY.fail(error);
  }

  @Before(value = "bodyOfNewStringObjectArray() && args(id, ..)", argNames = "id")
  public void startNewStringObjectArray(String id) {
    SpanStart start = NEW_STRING_OBJECT_ARRAY.begin();
    if (start != null) {
      start.attribute(ORDER_ID, id);
      start.enter();
    }
  }

  @AfterReturning("bodyOfNewStringObjectArray()")
  public void endNewStringObjectArray() {
    NEW_STRING_OBJECT_ARRAY.end();
  }
}
