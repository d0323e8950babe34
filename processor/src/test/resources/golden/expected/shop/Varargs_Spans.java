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
 * Spans of {@link Varargs}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Varargs", methods = {
    "all([Ljava/lang/String;)V",
    "sum(Ljava/lang/String;[[I)I",
    "arrays([Ljava/lang/String;[[JC)V",
    "lists([Ljava/util/List;)V"})
final class Varargs_Spans {
  static final SpanSite ALL = SpanSite.of("Varargs.all", "shop.Varargs.all");

  static final SpanSite SUM = SpanSite.of("Varargs.sum", "shop.Varargs.sum");

  static final SpanSite ARRAYS = SpanSite.of("Varargs.arrays", "shop.Varargs.arrays");

  static final SpanSite LISTS = SpanSite.of("Varargs.lists", "shop.Varargs.lists");

  private static final AttributeKey<String> NAME = AttributeKey.stringKey("name");

  private static final AttributeKey<String> GRADE = AttributeKey.stringKey("grade");

  @Pointcut("execution(void shop.Varargs.all(java.lang.String...))")
  void bodyOfAll() {
  }

  @AfterThrowing(pointcut = "bodyOfAll()", throwing = "error", argNames = "error")
  public void failAll(Throwable error) {
    ALL.fail(error);
  }

  @Before("bodyOfAll()")
  public void startAll() {
    ALL.start();
  }

  @AfterReturning("bodyOfAll()")
  public void endAll() {
    ALL.end();
  }

  @Pointcut("execution(int shop.Varargs.sum(java.lang.String, int[]...))")
  void bodyOfSum() {
  }

  @AfterThrowing(pointcut = "bodyOfSum()", throwing = "error", argNames = "error")
  public void failSum(Throwable error) {
    SUM.fail(error);
  }

  @Before(value = "bodyOfSum() && args(name, ..)", argNames = "name")
  public void startSum(String name) {
    SpanStart start = SUM.begin();
    if (start != null) {
      start.attribute(NAME, name);
      start.enter();
    }
  }

  @AfterReturning("bodyOfSum()")
  public void endSum() {
    SUM.end();
  }

  @Pointcut("execution(void shop.Varargs.arrays(java.lang.String[], long[][], char))")
  void bodyOfArrays() {
  }

  @AfterThrowing(pointcut = "bodyOfArrays()", throwing = "error", argNames = "error")
  public void failArrays(Throwable error) {
    ARRAYS.fail(error);
  }

  @Before(value = "bodyOfArrays() && args(*, *, grade)", argNames = "grade")
  public void startArrays(char grade) {
    SpanStart start = ARRAYS.begin();
    if (start != null) {
      start.attribute(GRADE, String.valueOf(grade));
      start.enter();
    }
  }

  @AfterReturning("bodyOfArrays()")
  public void endArrays() {
    ARRAYS.end();
  }

  @Pointcut("execution(void shop.Varargs.lists(java.util.List...))")
  void bodyOfLists() {
  }

  @AfterThrowing(pointcut = "bodyOfLists()", throwing = "error", argNames = "error")
  public void failLists(Throwable error) {
    LISTS.fail(error);
  }

  @Before("bodyOfLists()")
  public void startLists() {
    LISTS.start();
  }

  @AfterReturning("bodyOfLists()")
  public void endLists() {
    LISTS.end();
  }
}
