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
 * Spans of {@link Overloads}, woven into it at build time.
 *
 * <p>The failure advice of each method comes first: AspectJ wraps later advice around earlier
 * advice, so that the exception handler encloses only the body.
 */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpansProcessor",
    comments = "from shop.Overloads, by Spanloom (version)"
)
@WovenInto(
    type = "shop.Overloads",
    methods = {
        "find(Ljava/lang/String;)V",
        "find(J)V",
        "find(Ljava/util/List;Z)V",
        "find2(Ljava/lang/String;)V"
    }
)
final class Overloads_Spans {
  /**
   * {@code find(String)}
   */
  private static final SpanSite FIND = SpanSite.of("Overloads.find", "shop.Overloads.find");

  /**
   * {@code find(long)}
   */
  private static final SpanSite FIND_2 = SpanSite.of("Overloads.find", "shop.Overloads.find");

  /**
   * {@code find(List, boolean)}
   */
  private static final SpanSite FIND_3 = SpanSite.of("Overloads.find", "shop.Overloads.find");

  /**
   * {@code find2(String)}
   */
  private static final SpanSite FIND2 = SpanSite.of("Overloads.find2", "shop.Overloads.find2");

  private static final AttributeKey<String> KEY = AttributeKey.stringKey("key");

  private static final AttributeKey<Long> KEY_KEY = AttributeKey.longKey("key");

  private static final AttributeKey<Boolean> SORTED = AttributeKey.booleanKey("sorted");

  @Pointcut("execution(void shop.Overloads.find(java.lang.String))")
  void bodyOfFind() {
  }

  @AfterThrowing(
      pointcut = "bodyOfFind()",
      throwing = "error",
      argNames = "error"
  )
  public void failFind(Throwable error) {
    FIND.fail(error);
  }

  @Before(
      value = "bodyOfFind() && args(key)",
      argNames = "key"
  )
  public void startFind(String key) {
    SpanStart start = FIND.begin();
    if (start != null) {
      start.attribute(KEY, key);
      start.enter();
    }
  }

  @AfterReturning("bodyOfFind()")
  public void endFind() {
    FIND.end();
  }

  @Pointcut("execution(void shop.Overloads.find(long))")
  void bodyOfFind_2() {
  }

  @AfterThrowing(
      pointcut = "bodyOfFind_2()",
      throwing = "error",
      argNames = "error"
  )
  public void failFind_2(Throwable error) {
    FIND_2.fail(error);
  }

  @Before(
      value = "bodyOfFind_2() && args(key)",
      argNames = "key"
  )
  public void startFind_2(long key) {
    SpanStart start = FIND_2.begin();
    if (start != null) {
      start.attribute(KEY_KEY, key);
      start.enter();
    }
  }

  @AfterReturning("bodyOfFind_2()")
  public void endFind_2() {
    FIND_2.end();
  }

  @Pointcut("execution(void shop.Overloads.find(java.util.List, boolean))")
  void bodyOfFind_3() {
  }

  @AfterThrowing(
      pointcut = "bodyOfFind_3()",
      throwing = "error",
      argNames = "error"
  )
  public void failFind_3(Throwable error) {
    FIND_3.fail(error);
  }

  @Before(
      value = "bodyOfFind_3() && args(*, sorted)",
      argNames = "sorted"
  )
  public void startFind_3(boolean sorted) {
    SpanStart start = FIND_3.begin();
    if (start != null) {
      start.attribute(SORTED, sorted);
      start.enter();
    }
  }

  @AfterReturning("bodyOfFind_3()")
  public void endFind_3() {
    FIND_3.end();
  }

  @Pointcut("execution(void shop.Overloads.find2(java.lang.String))")
  void bodyOfFind2() {
  }

  @AfterThrowing(
      pointcut = "bodyOfFind2()",
      throwing = "error",
      argNames = "error"
  )
  public void failFind2(Throwable error) {
    FIND2.fail(error);
  }

  @Before(
      value = "bodyOfFind2() && args(key)",
      argNames = "key"
  )
  public void startFind2(String key) {
    SpanStart start = FIND2.begin();
    if (start != null) {
      start.attribute(KEY, key);
      start.enter();
    }
  }

  @AfterReturning("bodyOfFind2()")
  public void endFind2() {
    FIND2.end();
  }
}
