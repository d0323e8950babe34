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
 * Spans of {@link Interfaces}, woven into it at build time.
 *
 * <p>The failure advice of each method comes first: AspectJ wraps later advice around earlier
 * advice, so that the exception handler encloses only the body.
 */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpansProcessor",
    comments = "from shop.Interfaces, by Spanloom (version)"
)
@WovenInto(
    type = "shop.Interfaces",
    methods = {
        "greet(Ljava/lang/String;)Ljava/lang/String;",
        "count()I",
        "hello()Ljava/lang/String;"
    }
)
final class Interfaces_Spans {
  /**
   * {@code greet(String)}
   */
  private static final SpanSite GREET = SpanSite.of("Interfaces.greet", "shop.Interfaces.greet");

  /**
   * {@code count()}
   */
  private static final SpanSite COUNT = SpanSite.of("Interfaces.count", "shop.Interfaces.count");

  /**
   * {@code hello()}
   */
  private static final SpanSite HELLO = SpanSite.of("Interfaces.hello", "shop.Interfaces.hello");

  private static final AttributeKey<String> WHO = AttributeKey.stringKey("who");

  @Pointcut("execution(java.lang.String shop.Interfaces.greet(java.lang.String))")
  void bodyOfGreet() {
  }

  @AfterThrowing(
      pointcut = "bodyOfGreet()",
      throwing = "error",
      argNames = "error"
  )
  public void failGreet(Throwable error) {
    GREET.fail(error);
  }

  @Before(
      value = "bodyOfGreet() && args(who)",
      argNames = "who"
  )
  public void startGreet(String who) {
    SpanStart start = GREET.begin();
    if (start != null) {
      start.attribute(WHO, who);
      start.enter();
    }
  }

  @AfterReturning("bodyOfGreet()")
  public void endGreet() {
    GREET.end();
  }

  @Pointcut("execution(int shop.Interfaces.count())")
  void bodyOfCount() {
  }

  @AfterThrowing(
      pointcut = "bodyOfCount()",
      throwing = "error",
      argNames = "error"
  )
  public void failCount(Throwable error) {
    COUNT.fail(error);
  }

  @Before("bodyOfCount()")
  public void startCount() {
    SpanStart start = COUNT.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfCount()")
  public void endCount() {
    COUNT.end();
  }

  @Pointcut("execution(java.lang.String shop.Interfaces.hello())")
  void bodyOfHello() {
  }

  @AfterThrowing(
      pointcut = "bodyOfHello()",
      throwing = "error",
      argNames = "error"
  )
  public void failHello(Throwable error) {
    HELLO.fail(error);
  }

  @Before("bodyOfHello()")
  public void startHello() {
    SpanStart start = HELLO.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfHello()")
  public void endHello() {
    HELLO.end();
  }
}
