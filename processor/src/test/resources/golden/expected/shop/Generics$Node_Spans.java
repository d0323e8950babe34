package shop;

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
 * Spans of {@link Generics.Node}, woven into it at build time.
 *
 * <p>The failure advice of each method comes first: AspectJ wraps later advice around earlier
 * advice, so that the exception handler encloses only the body.
 */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpansProcessor",
    comments = "from shop.Generics$Node, by Spanloom (version)"
)
@WovenInto(
    type = "shop.Generics$Node",
    methods = {
        "next([[Lshop/Generics$Node;)Lshop/Generics$Node;",
        "get(Ljava/lang/String;)Ljava/lang/String;"
    }
)
final class Generics$Node_Spans {
  /**
   * {@code next(Node[][])}
   */
  private static final SpanSite NEXT = SpanSite.of("Node.next", "shop.Generics$Node.next");

  /**
   * {@code get(String)}
   */
  private static final SpanSite GET = SpanSite.of("Node.get", "shop.Generics$Node.get");

  @Pointcut("execution(shop.Generics.Node shop.Generics.Node.next(shop.Generics.Node[][]))")
  void bodyOfNext() {
  }

  @AfterThrowing(
      pointcut = "bodyOfNext()",
      throwing = "error",
      argNames = "error"
  )
  public void failNext(Throwable error) {
    NEXT.fail(error);
  }

  @Before("bodyOfNext()")
  public void startNext() {
    SpanStart start = NEXT.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfNext()")
  public void endNext() {
    NEXT.end();
  }

  @Pointcut("execution(java.lang.String shop.Generics.Node.get(java.lang.String))")
  void bodyOfGet() {
  }

  @AfterThrowing(
      pointcut = "bodyOfGet()",
      throwing = "error",
      argNames = "error"
  )
  public void failGet(Throwable error) {
    GET.fail(error);
  }

  @Before("bodyOfGet()")
  public void startGet() {
    SpanStart start = GET.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfGet()")
  public void endGet() {
    GET.end();
  }
}
