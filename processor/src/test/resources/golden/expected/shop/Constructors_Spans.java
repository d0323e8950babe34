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
 * Spans of {@link Constructors}, woven into it at build time.
 *
 * <p>The failure advice of each method comes first: AspectJ wraps later advice around earlier
 * advice, so that the exception handler encloses only the body.
 */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpansProcessor",
    comments = "from shop.Constructors, by Spanloom (version)"
)
@WovenInto(
    type = "shop.Constructors",
    methods = {
        "<init>()V",
        "<init>(Ljava/lang/String;[Ljava/lang/Object;)V"
    }
)
final class Constructors_Spans {
  /**
   * {@code Constructors()}
   */
  private static final SpanSite NEW = SpanSite.of("Constructors.new", "shop.Constructors.<init>");

  /**
   * {@code Constructors(String, Object...)}
   */
  private static final SpanSite NEW_2 = SpanSite.of("open", "shop.Constructors.<init>");

  private static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("order.id");

  @Pointcut("execution(shop.Constructors.new())")
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

  @Before("bodyOfNew()")
  public void startNew() {
    SpanStart start = NEW.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfNew()")
  public void endNew() {
    NEW.end();
  }

  @Pointcut("execution(shop.Constructors.new(java.lang.String, java.lang.Object...))")
  void bodyOfNew_2() {
  }

  @AfterThrowing(
      pointcut = "bodyOfNew_2()",
      throwing = "error",
      argNames = "error"
  )
  public void failNew_2(Throwable error) {
    NEW_2.fail(error);
  }

  @Before(
      value = "bodyOfNew_2() && args(id, ..)",
      argNames = "id"
  )
  public void startNew_2(String id) {
    SpanStart start = NEW_2.begin();
    if (start != null) {
      start.attribute(ORDER_ID, id);
      start.enter();
    }
  }

  @AfterReturning("bodyOfNew_2()")
  public void endNew_2() {
    NEW_2.end();
  }
}
