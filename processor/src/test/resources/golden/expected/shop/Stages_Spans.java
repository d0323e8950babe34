package shop;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import io.spanloom.runtime.woven.WovenInto;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link Stages}, woven into it at build time.
 *
 * <p>The failure advice of each method comes first: AspectJ wraps later advice around earlier
 * advice, so that the exception handler encloses only the body.
 */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpansProcessor",
    comments = "from shop.Stages, by Spanloom (version)"
)
@WovenInto(
    type = "shop.Stages",
    methods = {
        "plain()Ljava/util/concurrent/CompletionStage;",
        "future(Ljava/lang/String;)Ljava/util/concurrent/CompletableFuture;",
        "own()Lshop/Stages$Own;",
        "any()Ljava/util/concurrent/CompletionStage;",
        "behindObject()Ljava/lang/Object;"
    }
)
final class Stages_Spans {
  /**
   * {@code plain()}
   */
  private static final SpanSite PLAIN = SpanSite.of("Stages.plain", "shop.Stages.plain");

  /**
   * {@code future(String)}
   */
  private static final SpanSite FUTURE = SpanSite.of("Stages.future", "shop.Stages.future");

  /**
   * {@code own()}
   */
  private static final SpanSite OWN = SpanSite.of("Stages.own", "shop.Stages.own");

  /**
   * {@code any()}
   */
  private static final SpanSite ANY = SpanSite.of("Stages.any", "shop.Stages.any");

  /**
   * {@code behindObject()}
   */
  private static final SpanSite BEHIND_OBJECT = SpanSite.of("Stages.behindObject",
      "shop.Stages.behindObject");

  private static final AttributeKey<String> ID = AttributeKey.stringKey("id");

  @Pointcut("execution(java.util.concurrent.CompletionStage shop.Stages.plain())")
  void bodyOfPlain() {
  }

  @AfterThrowing(
      pointcut = "bodyOfPlain()",
      throwing = "error",
      argNames = "error"
  )
  public void failPlain(Throwable error) {
    PLAIN.fail(error);
  }

  @Before("bodyOfPlain()")
  public void startPlain() {
    SpanStart start = PLAIN.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning(
      pointcut = "bodyOfPlain()",
      returning = "result",
      argNames = "result"
  )
  public void endPlain(CompletionStage<?> result) {
    PLAIN.end(result);
  }

  @Pointcut("execution(java.util.concurrent.CompletableFuture shop.Stages.future(java.lang.String))")
  void bodyOfFuture() {
  }

  @AfterThrowing(
      pointcut = "bodyOfFuture()",
      throwing = "error",
      argNames = "error"
  )
  public void failFuture(Throwable error) {
    FUTURE.fail(error);
  }

  @Before(
      value = "bodyOfFuture() && args(id)",
      argNames = "id"
  )
  public void startFuture(String id) {
    SpanStart start = FUTURE.begin();
    if (start != null) {
      start.attribute(ID, id);
      start.enter();
    }
  }

  @AfterReturning(
      pointcut = "bodyOfFuture()",
      returning = "result",
      argNames = "result"
  )
  public void endFuture(CompletionStage<?> result) {
    FUTURE.end(result);
  }

  @Pointcut("execution(shop.Stages.Own shop.Stages.own())")
  void bodyOfOwn() {
  }

  @AfterThrowing(
      pointcut = "bodyOfOwn()",
      throwing = "error",
      argNames = "error"
  )
  public void failOwn(Throwable error) {
    OWN.fail(error);
  }

  @Before("bodyOfOwn()")
  public void startOwn() {
    SpanStart start = OWN.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning(
      pointcut = "bodyOfOwn()",
      returning = "result",
      argNames = "result"
  )
  public void endOwn(CompletionStage<?> result) {
    OWN.end(result);
  }

  @Pointcut("execution(java.util.concurrent.CompletionStage shop.Stages.any())")
  void bodyOfAny() {
  }

  @AfterThrowing(
      pointcut = "bodyOfAny()",
      throwing = "error",
      argNames = "error"
  )
  public void failAny(Throwable error) {
    ANY.fail(error);
  }

  @Before("bodyOfAny()")
  public void startAny() {
    SpanStart start = ANY.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning(
      pointcut = "bodyOfAny()",
      returning = "result",
      argNames = "result"
  )
  public void endAny(CompletionStage<?> result) {
    ANY.end(result);
  }

  @Pointcut("execution(java.lang.Object shop.Stages.behindObject())")
  void bodyOfBehindObject() {
  }

  @AfterThrowing(
      pointcut = "bodyOfBehindObject()",
      throwing = "error",
      argNames = "error"
  )
  public void failBehindObject(Throwable error) {
    BEHIND_OBJECT.fail(error);
  }

  @Before("bodyOfBehindObject()")
  public void startBehindObject() {
    SpanStart start = BEHIND_OBJECT.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning(
      pointcut = "bodyOfBehindObject()",
      returning = "result",
      argNames = "result"
  )
  public void endBehindObject(Object result) {
    BEHIND_OBJECT.end(result instanceof CompletionStage ? (CompletionStage<?>) result : null);
  }
}
