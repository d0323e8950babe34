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
 * Spans of {@link Records.Compact}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Records$Compact", methods = "<init>(Ljava/lang/String;I)V")
final class Records$Compact_Spans {
  static final SpanSite NEW = SpanSite.of("Compact.new", "shop.Records$Compact.<init>");

  private static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("order.id");

  @Pointcut("execution(shop.Records.Compact.new(java.lang.String, int))")
  void bodyOfNew() {
  }

  @AfterThrowing(pointcut = "bodyOfNew()", throwing = "error", argNames = "error")
  public void failNew(Throwable error) {
    NEW.fail(error);
  }

  @Before(value = "bodyOfNew() && args(id, ..)", argNames = "id")
  public void startNew(String id) {
    SpanStart start = NEW.begin();
    if (start != null) {
      start.attribute(ORDER_ID, id);
      start.enter();
    }
  }

  @AfterReturning("bodyOfNew()")
  public void endNew() {
    NEW.end();
  }
}
