package shop;

import io.opentelemetry.api.common.AttributeKey;
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
 * Spans of {@link Records.Compact}, woven into it at build time.
 *
 * <p>The failure advice of each method comes first: AspectJ wraps later advice around earlier
 * advice, so that the exception handler encloses only the body.
 */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpansProcessor",
    comments = "from shop.Records$Compact, by Spanloom (version)"
)
@WovenInto(
    type = "shop.Records$Compact",
    methods = "<init>(Ljava/lang/String;I)V"
)
final class Records$Compact_Spans {
  /**
   * {@code Compact(String, int)}
   */
  private static final SpanSite NEW = SpanSite.of("Compact.new", "shop.Records$Compact.<init>");

  private static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("order.id");

  @Pointcut("execution(shop.Records.Compact.new(java.lang.String, int))")
  void bodyOfNew() {
  }

  @AfterThrowing(
      pointcut = "bodyOfNew()",
      throwing = "error",
      argNames = "error"
  )
  public void failNew(Throwable error) {
    NEW.fail(error);
  }

  @Before(
      value = "bodyOfNew() && args(id, ..)",
      argNames = "id"
  )
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
