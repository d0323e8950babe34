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
 * Spans of {@link Overloads}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Overloads", methods = {
    "find(Ljava/lang/String;)V",
    "find(J)V",
    "find(Ljava/util/List;Z)V",
    "find2(Ljava/lang/String;)V"})
final class Overloads_Spans {
  static final SpanSite FIND_STRING = SpanSite.of("Overloads.find", "shop.Overloads.find");

  static final SpanSite FIND_LONG = SpanSite.of("Overloads.find", "shop.Overloads.find");

  static final SpanSite FIND_LIST_BOOLEAN = SpanSite.of("Overloads.find", "shop.Overloads.find");

  static final SpanSite FIND2 = SpanSite.of("Overloads.find2", "shop.Overloads.find2");

  private static final AttributeKey<String> KEY = AttributeKey.stringKey("key");

  private static final AttributeKey<Long> KEY_KEY = AttributeKey.longKey("key");

  private static final AttributeKey<Boolean> SORTED = AttributeKey.booleanKey("sorted");

  @Pointcut("execution(void shop.Overloads.find(java.lang.String))")
  void bodyOfFindString() {
  }

  @AfterThrowing(pointcut = "bodyOfFindString()", throwing = "error", argNames = "error")
  public void failFindString(Throwable error) {
    FIND_STRING.fail(error);
  }

  @Before(value = "bodyOfFindString() && args(key)", argNames = "key")
  public void startFindString(String key) {
    SpanStart start = FIND_STRING.begin();
    if (start != null) {
      start.attribute(KEY, key);
      start.enter();
    }
  }

  @AfterReturning("bodyOfFindString()")
  public void endFindString() {
    FIND_STRING.end();
  }

  @Pointcut("execution(void shop.Overloads.find(long))")
  void bodyOfFindLong() {
  }

  @AfterThrowing(pointcut = "bodyOfFindLong()", throwing = "error", argNames = "error")
  public void failFindLong(Throwable error) {
    FIND_LONG.fail(error);
  }

  @Before(value = "bodyOfFindLong() && args(key)", argNames = "key")
  public void startFindLong(long key) {
    SpanStart start = FIND_LONG.begin();
    if (start != null) {
      start.attribute(KEY_KEY, key);
      start.enter();
    }
  }

  @AfterReturning("bodyOfFindLong()")
  public void endFindLong() {
    FIND_LONG.end();
  }

  @Pointcut("execution(void shop.Overloads.find(java.util.List, boolean))")
  void bodyOfFindListBoolean() {
  }

  @AfterThrowing(pointcut = "bodyOfFindListBoolean()", throwing = "error", argNames = "error")
  public void failFindListBoolean(Throwable error) {
    FIND_LIST_BOOLEAN.fail(error);
  }

  @Before(value = "bodyOfFindListBoolean() && args(*, sorted)", argNames = "sorted")
  public void startFindListBoolean(boolean sorted) {
    SpanStart start = FIND_LIST_BOOLEAN.begin();
    if (start != null) {
      start.attribute(SORTED, sorted);
      start.enter();
    }
  }

  @AfterReturning("bodyOfFindListBoolean()")
  public void endFindListBoolean() {
    FIND_LIST_BOOLEAN.end();
  }

  @Pointcut("execution(void shop.Overloads.find2(java.lang.String))")
  void bodyOfFind2() {
  }

  @AfterThrowing(pointcut = "bodyOfFind2()", throwing = "error", argNames = "error")
  public void failFind2(Throwable error) {
    FIND2.fail(error);
  }

  @Before(value = "bodyOfFind2() && args(key)", argNames = "key")
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
