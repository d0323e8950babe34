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
 * Spans of {@link PointcutWords}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.PointcutWords", methods = {
    "get(I)I",
    "set(ILjava/lang/String;)V",
    "call(Ljava/lang/String;Ljava/lang/String;)V",
    "args(Ljava/lang/String;ZJ)V",
    "target()V",
    "execution()V",
    "start(Ljava/lang/String;Ljava/lang/String;)V",
    "error(Ljava/lang/String;)V",
    "result(Ljava/lang/String;)Ljava/lang/String;",
    "end()V",
    "fail()V",
    "aspectOf(Ljava/lang/String;Ljava/lang/String;)V"})
final class PointcutWords_Spans {
  static final SpanSite GET = SpanSite.of("PointcutWords.get", "shop.PointcutWords.get");

  static final SpanSite SET = SpanSite.of("PointcutWords.set", "shop.PointcutWords.set");

  static final SpanSite CALL = SpanSite.of("PointcutWords.call", "shop.PointcutWords.call");

  static final SpanSite ARGS = SpanSite.of("PointcutWords.args", "shop.PointcutWords.args");

  static final SpanSite TARGET = SpanSite.of("PointcutWords.target", "shop.PointcutWords.target");

  static final SpanSite EXECUTION = SpanSite.of("PointcutWords.execution",
      "shop.PointcutWords.execution");

  static final SpanSite START = SpanSite.of("PointcutWords.start", "shop.PointcutWords.start");

  static final SpanSite ERROR = SpanSite.of("PointcutWords.error", "shop.PointcutWords.error");

  static final SpanSite RESULT = SpanSite.of("PointcutWords.result", "shop.PointcutWords.result");

  static final SpanSite END = SpanSite.of("PointcutWords.end", "shop.PointcutWords.end");

  static final SpanSite FAIL = SpanSite.of("PointcutWords.fail", "shop.PointcutWords.fail");

  static final SpanSite ASPECT_OF = SpanSite.of("PointcutWords.aspectOf",
      "shop.PointcutWords.aspectOf");

  private static final AttributeKey<Long> GET_KEY = AttributeKey.longKey("get");

  private static final AttributeKey<Long> SET_KEY = AttributeKey.longKey("set");

  private static final AttributeKey<String> WITHIN = AttributeKey.stringKey("within");

  private static final AttributeKey<String> CALL_KEY = AttributeKey.stringKey("call");

  private static final AttributeKey<String> HANDLER = AttributeKey.stringKey("handler");

  private static final AttributeKey<String> ARGS_KEY = AttributeKey.stringKey("args");

  private static final AttributeKey<Boolean> TARGET_KEY = AttributeKey.booleanKey("target");

  private static final AttributeKey<Long> EXECUTION_KEY = AttributeKey.longKey("execution");

  private static final AttributeKey<String> START_KEY = AttributeKey.stringKey("start");

  private static final AttributeKey<String> START_ = AttributeKey.stringKey("start_");

  private static final AttributeKey<String> ERROR_KEY = AttributeKey.stringKey("error");

  private static final AttributeKey<String> RESULT_KEY = AttributeKey.stringKey("result");

  private static final AttributeKey<String> POINTCUT = AttributeKey.stringKey("pointcut");

  private static final AttributeKey<String> THIS_JOIN_POINT = AttributeKey.stringKey("thisJoinPoint");

  @Pointcut("execution(int shop.PointcutWords.get(int))")
  void bodyOfGet() {
  }

  @AfterThrowing(pointcut = "bodyOfGet()", throwing = "error", argNames = "error")
  public void failGet(Throwable error) {
    GET.fail(error);
  }

  @Before(value = "bodyOfGet() && args(get_)", argNames = "get_")
  public void startGet(int get_) {
    SpanStart start = GET.begin();
    if (start != null) {
      start.attribute(GET_KEY, (long) get_);
      start.enter();
    }
  }

  @AfterReturning("bodyOfGet()")
  public void endGet() {
    GET.end();
  }

  @Pointcut("execution(void shop.PointcutWords.set(int, java.lang.String))")
  void bodyOfSet() {
  }

  @AfterThrowing(pointcut = "bodyOfSet()", throwing = "error", argNames = "error")
  public void failSet(Throwable error) {
    SET.fail(error);
  }

  @Before(value = "bodyOfSet() && args(set_, within_)", argNames = "set_, within_")
  public void startSet(int set_, String within_) {
    SpanStart start = SET.begin();
    if (start != null) {
      start.attribute(SET_KEY, (long) set_);
      start.attribute(WITHIN, within_);
      start.enter();
    }
  }

  @AfterReturning("bodyOfSet()")
  public void endSet() {
    SET.end();
  }

  @Pointcut("execution(void shop.PointcutWords.call(java.lang.String, java.lang.String))")
  void bodyOfCall() {
  }

  @AfterThrowing(pointcut = "bodyOfCall()", throwing = "error", argNames = "error")
  public void failCall(Throwable error) {
    CALL.fail(error);
  }

  @Before(value = "bodyOfCall() && args(call_, handler_)", argNames = "call_, handler_")
  public void startCall(String call_, String handler_) {
    SpanStart start = CALL.begin();
    if (start != null) {
      start.attribute(CALL_KEY, call_);
      start.attribute(HANDLER, handler_);
      start.enter();
    }
  }

  @AfterReturning("bodyOfCall()")
  public void endCall() {
    CALL.end();
  }

  @Pointcut("execution(void shop.PointcutWords.args(java.lang.String, boolean, long))")
  void bodyOfArgs() {
  }

  @AfterThrowing(pointcut = "bodyOfArgs()", throwing = "error", argNames = "error")
  public void failArgs(Throwable error) {
    ARGS.fail(error);
  }

  @Before(value = "bodyOfArgs() && args(args_, target_, execution_)", argNames = "args_, target_, execution_")
  public void startArgs(String args_, boolean target_, long execution_) {
    SpanStart start = ARGS.begin();
    if (start != null) {
      start.attribute(ARGS_KEY, args_);
      start.attribute(TARGET_KEY, target_);
      start.attribute(EXECUTION_KEY, execution_);
      start.enter();
    }
  }

  @AfterReturning("bodyOfArgs()")
  public void endArgs() {
    ARGS.end();
  }

  @Pointcut("execution(void shop.PointcutWords.target())")
  void bodyOfTarget() {
  }

  @AfterThrowing(pointcut = "bodyOfTarget()", throwing = "error", argNames = "error")
  public void failTarget(Throwable error) {
    TARGET.fail(error);
  }

  @Before("bodyOfTarget()")
  public void startTarget() {
    TARGET.start();
  }

  @AfterReturning("bodyOfTarget()")
  public void endTarget() {
    TARGET.end();
  }

  @Pointcut("execution(void shop.PointcutWords.execution())")
  void bodyOfExecution() {
  }

  @AfterThrowing(pointcut = "bodyOfExecution()", throwing = "error", argNames = "error")
  public void failExecution(Throwable error) {
    EXECUTION.fail(error);
  }

  @Before("bodyOfExecution()")
  public void startExecution() {
    EXECUTION.start();
  }

  @AfterReturning("bodyOfExecution()")
  public void endExecution() {
    EXECUTION.end();
  }

  @Pointcut("execution(void shop.PointcutWords.start(java.lang.String, java.lang.String))")
  void bodyOfStart() {
  }

  @AfterThrowing(pointcut = "bodyOfStart()", throwing = "error", argNames = "error")
  public void failStart(Throwable error) {
    START.fail(error);
  }

  @Before(value = "bodyOfStart() && args(start__, start_)", argNames = "start__, start_")
  public void startStart(String start__, String start_) {
    SpanStart start = START.begin();
    if (start != null) {
      start.attribute(START_KEY, start__);
      start.attribute(START_, start_);
      start.enter();
    }
  }

  @AfterReturning("bodyOfStart()")
  public void endStart() {
    START.end();
  }

  @Pointcut("execution(void shop.PointcutWords.error(java.lang.String))")
  void bodyOfError() {
  }

  @AfterThrowing(pointcut = "bodyOfError()", throwing = "error", argNames = "error")
  public void failError(Throwable error) {
    ERROR.fail(error);
  }

  @Before(value = "bodyOfError() && args(error)", argNames = "error")
  public void startError(String error) {
    SpanStart start = ERROR.begin();
    if (start != null) {
      start.attribute(ERROR_KEY, error);
      start.enter();
    }
  }

  @AfterReturning("bodyOfError()")
  public void endError() {
    ERROR.end();
  }

  @Pointcut("execution(java.lang.String shop.PointcutWords.result(java.lang.String))")
  void bodyOfResult() {
  }

  @AfterThrowing(pointcut = "bodyOfResult()", throwing = "error", argNames = "error")
  public void failResult(Throwable error) {
    RESULT.fail(error);
  }

  @Before(value = "bodyOfResult() && args(result)", argNames = "result")
  public void startResult(String result) {
    SpanStart start = RESULT.begin();
    if (start != null) {
      start.attribute(RESULT_KEY, result);
      start.enter();
    }
  }

  @AfterReturning("bodyOfResult()")
  public void endResult() {
    RESULT.end();
  }

  @Pointcut("execution(void shop.PointcutWords.end())")
  void bodyOfEnd() {
  }

  @AfterThrowing(pointcut = "bodyOfEnd()", throwing = "error", argNames = "error")
  public void failEnd(Throwable error) {
    END.fail(error);
  }

  @Before("bodyOfEnd()")
  public void startEnd() {
    END.start();
  }

  @AfterReturning("bodyOfEnd()")
  public void endEnd() {
    END.end();
  }

  @Pointcut("execution(void shop.PointcutWords.fail())")
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

  @Pointcut("execution(void shop.PointcutWords.aspectOf(java.lang.String, java.lang.String))")
  void bodyOfAspectOf() {
  }

  @AfterThrowing(pointcut = "bodyOfAspectOf()", throwing = "error", argNames = "error")
  public void failAspectOf(Throwable error) {
    ASPECT_OF.fail(error);
  }

  @Before(value = "bodyOfAspectOf() && args(pointcut_, thisJoinPoint_)", argNames = "pointcut_, thisJoinPoint_")
  public void startAspectOf(String pointcut_, String thisJoinPoint_) {
    SpanStart start = ASPECT_OF.begin();
    if (start != null) {
      start.attribute(POINTCUT, pointcut_);
      start.attribute(THIS_JOIN_POINT, thisJoinPoint_);
      start.enter();
    }
  }

  @AfterReturning("bodyOfAspectOf()")
  public void endAspectOf() {
    ASPECT_OF.end();
  }
}
