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
 * Spans of {@link Interfaces}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Interfaces", methods = {
    "greet(Ljava/lang/String;)Ljava/lang/String;",
    "count()I",
    "hello()Ljava/lang/String;"})
final class Interfaces_Spans {
  static final SpanSite GREET = SpanSite.of("Interfaces.greet", "shop.Interfaces.greet");

  static final SpanSite COUNT = SpanSite.of("Interfaces.count", "shop.Interfaces.count");

  static final SpanSite HELLO = SpanSite.of("Interfaces.hello", "shop.Interfaces.hello");

  private static final AttributeKey<String> WHO = AttributeKey.stringKey("who");

  @Pointcut("execution(java.lang.String shop.Interfaces.greet(java.lang.String))")
  void bodyOfGreet() {
  }

  @AfterThrowing(pointcut = "bodyOfGreet()", throwing = "error", argNames = "error")
  public void failGreet(Throwable error) {
    GREET.fail(error);
  }

  @Before(value = "bodyOfGreet() && args(who)", argNames = "who")
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

  @AfterThrowing(pointcut = "bodyOfCount()", throwing = "error", argNames = "error")
  public void failCount(Throwable error) {
    COUNT.fail(error);
  }

  @Before("bodyOfCount()")
  public void startCount() {
    COUNT.start();
  }

  @AfterReturning("bodyOfCount()")
  public void endCount() {
    COUNT.end();
  }

  @Pointcut("execution(java.lang.String shop.Interfaces.hello())")
  void bodyOfHello() {
  }

  @AfterThrowing(pointcut = "bodyOfHello()", throwing = "error", argNames = "error")
  public void failHello(Throwable error) {
    HELLO.fail(error);
  }

  @Before("bodyOfHello()")
  public void startHello() {
    HELLO.start();
  }

  @AfterReturning("bodyOfHello()")
  public void endHello() {
    HELLO.end();
  }
}
