package shop;

import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.SpanSite;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link Generics.Node}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Generics$Node", methods = {
    "next([[Lshop/Generics$Node;)Lshop/Generics$Node;",
    "get(Ljava/lang/String;)Ljava/lang/String;"})
final class Generics$Node_Spans {
  static final SpanSite NEXT = SpanSite.of("Node.next", "shop.Generics$Node.next");

  static final SpanSite GET = SpanSite.of("Node.get", "shop.Generics$Node.get");

  @Pointcut("execution(shop.Generics.Node shop.Generics.Node.next(shop.Generics.Node[][]))")
  void bodyOfNext() {
  }

  @AfterThrowing(pointcut = "bodyOfNext()", throwing = "error", argNames = "error")
  public void failNext(Throwable error) {
    NEXT.fail(error);
  }

  @Before("bodyOfNext()")
  public void startNext() {
    NEXT.start();
  }

  @AfterReturning("bodyOfNext()")
  public void endNext() {
    NEXT.end();
  }

  @Pointcut("execution(java.lang.String shop.Generics.Node.get(java.lang.String))")
  void bodyOfGet() {
  }

  @AfterThrowing(pointcut = "bodyOfGet()", throwing = "error", argNames = "error")
  public void failGet(Throwable error) {
    GET.fail(error);
  }

  @Before("bodyOfGet()")
  public void startGet() {
    GET.start();
  }

  @AfterReturning("bodyOfGet()")
  public void endGet() {
    GET.end();
  }
}
