package shop;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.SpanStart;
import io.spanloom.runtime.woven.StepSite;
import io.spanloom.runtime.woven.WorkflowSite;
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
    "send()Ljava/util/concurrent/CompletionStage;",
    "tell(Lshop/Steps$Order;)V",
    "checkOut(Lshop/Steps$Order;)Ljava/util/concurrent/CompletionStage;",
    "refund()V"})
final class Steps_Spans {
  static final StepSite RESERVE = StepSite.of("reserve", null, "shop.Steps.reserve");

  static final StepSite CHARGE = StepSite.of("charge the card", "checkout", "shop.Steps.charge")
      .position(1, 3)
      .expecting(Steps.Declined.class)
      .expecting(IllegalStateException.class);

  static final StepSite PACK = StepSite.of("pack", null, "shop.Steps.pack")
      .asEvents();

  static final StepSite SEND = StepSite.of("send it off", "checkout", "shop.Steps.send")
      .position(3, 3)
      .after("charge the card", "notify")
      .asEvents();

  static final StepSite TELL = StepSite.of("notify", "checkout", "shop.Steps.tell")
      .position(2, 3)
      .after("charge the card")
      .withRunId()
      .traceByRun();

  static final WorkflowSite CHECK_OUT = WorkflowSite.of("checkout", "shop.Steps.checkOut")
      .resumable();

  static final WorkflowSite REFUND = WorkflowSite.of("refund", "shop.Steps.refund")
      .expecting(Steps.Declined.class);

  private static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("order.id");

  private static final AttributeKey<Long> WORKFLOW_RUN_ID = AttributeKey.longKey("workflow.run.id");

  private static final AttributeKey<Long> WORKFLOW_STEP_ATTEMPT = AttributeKey.longKey("workflow.step.attempt");

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
    PACK.start();
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
    SEND.start();
  }

  @AfterReturning(pointcut = "bodyOfSend()", returning = "result", argNames = "result")
  public void endSend(CompletionStage<?> result) {
    SEND.end(result);
  }

  @Pointcut("execution(void shop.Steps.tell(shop.Steps.Order))")
  void bodyOfTell() {
  }

  @AfterThrowing(pointcut = "bodyOfTell()", throwing = "error", argNames = "error")
  public void failTell(Throwable error) {
    TELL.fail(error);
  }

  @Before(value = "bodyOfTell() && args(order)", argNames = "order")
  public void startTell(Steps.Order order) {
    SpanStart start = TELL.begin();
    if (start != null) {
      addWorkflowRunId(start, order);
      addWorkflowStepAttempt(start, order);
      start.enter();
    }
  }

  @AfterReturning("bodyOfTell()")
  public void endTell() {
    TELL.end();
  }

  @Pointcut("execution(java.util.concurrent.CompletionStage shop.Steps.checkOut(shop.Steps.Order))")
  void bodyOfCheckOut() {
  }

  @AfterThrowing(pointcut = "bodyOfCheckOut()", throwing = "error", argNames = "error")
  public void failCheckOut(Throwable error) {
    CHECK_OUT.fail(error);
  }

  @Before(value = "bodyOfCheckOut() && args(order)", argNames = "order")
  public void startCheckOut(Steps.Order order) {
    SpanStart start = CHECK_OUT.begin();
    if (start != null) {
      addWorkflowRunId(start, order);
      start.enter();
    }
  }

  @AfterReturning(pointcut = "bodyOfCheckOut()", returning = "result", argNames = "result")
  public void endCheckOut(CompletionStage<?> result) {
    CHECK_OUT.end(result);
  }

  @Pointcut("execution(void shop.Steps.refund())")
  void bodyOfRefund() {
  }

  @AfterThrowing(pointcut = "bodyOfRefund()", throwing = "error", argNames = "error")
  public void failRefund(Throwable error) {
    REFUND.fail(error);
  }

  @Before("bodyOfRefund()")
  public void startRefund() {
    REFUND.start();
  }

  @AfterReturning("bodyOfRefund()")
  public void endRefund() {
    REFUND.end();
  }

  /**
   * {@code order.number()}
   */
  private static void addWorkflowRunId(SpanStart start, Steps.Order order) {
    try {
      if (order != null) {
        start.attribute(WORKFLOW_RUN_ID, order.number());
      }
    } catch (Throwable failure) {
      start.unreadable(WORKFLOW_RUN_ID, failure);
    }
  }

  /**
   * {@code order.tries()}
   */
  private static void addWorkflowStepAttempt(SpanStart start, Steps.Order order) {
    try {
      Integer tries = order == null ? null : order.tries();
      if (tries != null) {
        start.attribute(WORKFLOW_STEP_ATTEMPT, tries.longValue());
      }
    } catch (Throwable failure) {
      start.unreadable(WORKFLOW_STEP_ATTEMPT, failure);
    }
  }
}
