package shop;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.runtime.woven.EventSite;
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
 * Spans of {@link Steps}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Steps", methods = {
    "reserve(Ljava/lang/String;)V",
    "charge()I",
    "pack()V",
    "send()Ljava/util/concurrent/CompletionStage;"})
final class Steps_Spans {
  static final SpanSite RESERVE = SpanSite.of("reserve", "shop.Steps.reserve")
      .step("reserve", null);

  static final SpanSite CHARGE = SpanSite.of("charge the card", "shop.Steps.charge")
      .step("charge the card", "checkout");

  static final EventSite PACK = EventSite.of("pack", null, "shop.Steps.pack");

  static final EventSite SEND = EventSite.of("send it off", "checkout", "shop.Steps.send");

  private static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("order.id");

  @Pointcut("execution(void shop.Steps.reserve(java.lang.String))")
  void bodyOfReserve() {
  }

  @AfterThrowing(pointcut = "bodyOfReserve()", throwing = "error", argNames = "error")
  public void failReserve(Throwable error) {
    RESERVE.fail(error);
  }

  @Before(value = "bodyOfReserve() && args(id)", argNames = "id")
  public void startReserve(String id) {
    SpanStart start = RESERVE.begin();
    if (start != null) {
      start.attribute(ORDER_ID, id);
      start.enter();
    }
  }

  @AfterReturning("bodyOfReserve()")
  public void endReserve() {
    RESERVE.end();
  }

  @Pointcut("execution(int shop.Steps.charge())")
  void bodyOfCharge() {
  }

  @AfterThrowing(pointcut = "bodyOfCharge()", throwing = "error", argNames = "error")
  public void failCharge(Throwable error) {
    CHARGE.fail(error);
  }

  @Before("bodyOfCharge()")
  public void startCharge() {
    CHARGE.start();
  }

  @AfterReturning("bodyOfCharge()")
  public void endCharge() {
    CHARGE.end();
  }

  @Pointcut("execution(void shop.Steps.pack())")
  void bodyOfPack() {
  }

  @AfterThrowing(pointcut = "bodyOfPack()", throwing = "error", argNames = "error")
  public void failPack(Throwable error) {
    PACK.fail(error);
  }

  @Before("bodyOfPack()")
  public void startPack() {
    PACK.begin();
  }

  @AfterReturning("bodyOfPack()")
  public void endPack() {
    PACK.end();
  }

  @Pointcut("execution(java.util.concurrent.CompletionStage shop.Steps.send())")
  void bodyOfSend() {
  }

  @AfterThrowing(pointcut = "bodyOfSend()", throwing = "error", argNames = "error")
  public void failSend(Throwable error) {
    SEND.fail(error);
  }

  @Before("bodyOfSend()")
  public void startSend() {
    SEND.begin();
  }

  @AfterReturning(pointcut = "bodyOfSend()", returning = "result", argNames = "result")
  public void endSend(CompletionStage<?> result) {
    SEND.end(result);
  }
}
