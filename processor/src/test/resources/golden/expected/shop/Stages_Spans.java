package shop;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link Stages}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Stages", methods = {
    "plain()Ljava/util/concurrent/CompletionStage;",
    "future(Ljava/lang/String;)Ljava/util/concurrent/CompletableFuture;",
    "own()Lshop/Stages$Own;",
    "any()Ljava/util/concurrent/CompletionStage;",
    "behindObject()Ljava/lang/Object;"})
final class Stages_Spans {
  static final SpanSite PLAIN = SpanSite.of("Stages.plain", "shop.Stages.plain");

  static final SpanSite FUTURE = SpanSite.of("Stages.future", "shop.Stages.future");

  static final SpanSite OWN = SpanSite.of("Stages.own", "shop.Stages.own");

  static final SpanSite ANY = SpanSite.of("Stages.any", "shop.Stages.any");

  static final SpanSite BEHIND_OBJECT = SpanSite.of("Stages.behindObject",
      "shop.Stages.behindObject");

  private static final AttributeKey<String> ID = AttributeKey.stringKey("id");

  @Pointcut("execution(java.util.concurrent.CompletionStage shop.Stages.plain())")
  void bodyOfPlain() {
  }

  @AfterThrowing(pointcut = "bodyOfPlain()", throwing = "error", argNames = "error")
  public void failPlain(Throwable error) {
    PLAIN.fail(error);
  }

  @Before("bodyOfPlain()")
  public void startPlain() {
    PLAIN.start();
  }

  @AfterReturning(pointcut = "bodyOfPlain()", returning = "result", argNames = "result")
  public void endPlain(CompletionStage<?> result) {
    PLAIN.end(result);
  }

  @Pointcut("execution(java.util.concurrent.CompletableFuture shop.Stages.future(java.lang.String))")
  void bodyOfFuture() {
  }

  @AfterThrowing(pointcut = "bodyOfFuture()", throwing = "error", argNames = "error")
  public void failFuture(Throwable error) {
    FUTURE.fail(error);
  }

  @Before(value = "bodyOfFuture() && args(id)", argNames = "id")
  public void startFuture(String id) {
    SpanStart start = FUTURE.begin();
    if (start != null) {
      start.attribute(ID, id);
      start.enter();
    }
  }

  @AfterReturning(pointcut = "bodyOfFuture()", returning = "result", argNames = "result")
  public void endFuture(CompletionStage<?> result) {
    FUTURE.end(result);
  }

  @Pointcut("execution(shop.Stages.Own shop.Stages.own())")
  void bodyOfOwn() {
  }

  @AfterThrowing(pointcut = "bodyOfOwn()", throwing = "error", argNames = "error")
  public void failOwn(Throwable error) {
    OWN.fail(error);
  }

  @Before("bodyOfOwn()")
  public void startOwn() {
    OWN.start();
  }

  @AfterReturning(pointcut = "bodyOfOwn()", returning = "result", argNames = "result")
  public void endOwn(CompletionStage<?> result) {
    OWN.end(result);
  }

  @Pointcut("execution(java.util.concurrent.CompletionStage shop.Stages.any())")
  void bodyOfAny() {
  }

  @AfterThrowing(pointcut = "bodyOfAny()", throwing = "error", argNames = "error")
  public void failAny(Throwable error) {
    ANY.fail(error);
  }

  @Before("bodyOfAny()")
  public void startAny() {
    ANY.start();
  }

  @AfterReturning(pointcut = "bodyOfAny()", returning = "result", argNames = "result")
  public void endAny(CompletionStage<?> result) {
    ANY.end(result);
  }

  @Pointcut("execution(java.lang.Object shop.Stages.behindObject())")
  void bodyOfBehindObject() {
  }

  @AfterThrowing(pointcut = "bodyOfBehindObject()", throwing = "error", argNames = "error")
  public void failBehindObject(Throwable error) {
    BEHIND_OBJECT.fail(error);
  }

  @Before("bodyOfBehindObject()")
  public void startBehindObject() {
    BEHIND_OBJECT.start();
  }

  @AfterReturning(pointcut = "bodyOfBehindObject()", returning = "result", argNames = "result")
  public void endBehindObject(Object result) {
    BEHIND_OBJECT.end(result instanceof CompletionStage ? (CompletionStage<?>) result : null);
  }
}
