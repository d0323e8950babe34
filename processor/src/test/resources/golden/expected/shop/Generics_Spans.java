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
 * Spans of {@link Generics}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Generics", methods = {
    "get(Ljava/lang/Comparable;)Ljava/lang/CharSequence;",
    "map([Ljava/lang/Comparable;Ljava/util/List;)Ljava/util/Map;",
    "run(Ljava/lang/Enum;Ljava/util/Collection;)V",
    "fail(Ljava/lang/Class;)V"})
final class Generics_Spans {
  static final SpanSite GET = SpanSite.of("Generics.get", "shop.Generics.get");

  static final SpanSite MAP = SpanSite.of("Generics.map", "shop.Generics.map");

  static final SpanSite RUN = SpanSite.of("Generics.run", "shop.Generics.run");

  static final SpanSite FAIL = SpanSite.of("Generics.fail", "shop.Generics.fail");

  private static final AttributeKey<String> TASK = AttributeKey.stringKey("task");

  @Pointcut("execution(java.lang.CharSequence shop.Generics.get(java.lang.Comparable))")
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

  @Pointcut("execution(java.util.Map shop.Generics.map(java.lang.Comparable[], java.util.List))")
  void bodyOfMap() {
  }

  @AfterThrowing(pointcut = "bodyOfMap()", throwing = "error", argNames = "error")
  public void failMap(Throwable error) {
    MAP.fail(error);
  }

  @Before("bodyOfMap()")
  public void startMap() {
    MAP.start();
  }

  @AfterReturning("bodyOfMap()")
  public void endMap() {
    MAP.end();
  }

  @Pointcut("execution(void shop.Generics.run(java.lang.Enum, java.util.Collection))")
  void bodyOfRun() {
  }

  @AfterThrowing(pointcut = "bodyOfRun()", throwing = "error", argNames = "error")
  public void failRun(Throwable error) {
    RUN.fail(error);
  }

  @Before(value = "bodyOfRun() && args(task, ..)", argNames = "task")
  public void startRun(Enum<?> task) {
    SpanStart start = RUN.begin();
    if (start != null) {
      start.attribute(TASK, task == null ? null : task.name());
      start.enter();
    }
  }

  @AfterReturning("bodyOfRun()")
  public void endRun() {
    RUN.end();
  }

  @Pointcut("execution(void shop.Generics.fail(java.lang.Class))")
  void bodyOfFail() {
  }

  @AfterThrowing(pointcut = "bodyOfFail()", throwing = "error", argNames = "error")
  public void failFail(Throwable error) {
    FAIL.fail(error);
  }

  @Before("bodyOfFail()")
  public void startFail() {
    FAIL.start();
  }

  @AfterReturning("bodyOfFail()")
  public void endFail() {
    FAIL.end();
  }
}
