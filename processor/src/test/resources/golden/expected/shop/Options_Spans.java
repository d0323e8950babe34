package shop;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.SpanSite;
import java.io.FileNotFoundException;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link Options}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Options", methods = {
    "ask()V",
    "likeTheDefaults()V",
    "nightly()V",
    "everything()V",
    "oddName()V"})
final class Options_Spans {
  static final SpanSite ASK = SpanSite.of("Options.ask", "shop.Options.ask")
      .kind(SpanKind.CLIENT);

  static final SpanSite LIKE_THE_DEFAULTS = SpanSite.of("Options.likeTheDefaults",
      "shop.Options.likeTheDefaults");

  static final SpanSite NIGHTLY = SpanSite.of("Options.nightly", "shop.Options.nightly")
      .root();

  static final SpanSite EVERYTHING = SpanSite.of("a rather long name of a span that nobody would ever want to have on one single line",
      "shop.Options.everything")
      .kind(SpanKind.PRODUCER)
      .root()
      .expecting(TimeoutException.class)
      .expecting(FileNotFoundException.class)
      .expecting(Options.Refused.class);

  static final SpanSite ODD_NAME = SpanSite.of("\"quoted\" \\ $T {@code} \t */",
      "shop.Options.oddName");

  @Pointcut("execution(void shop.Options.ask())")
  void bodyOfAsk() {
  }

  @AfterThrowing(pointcut = "bodyOfAsk()", throwing = "error", argNames = "error")
  public void failAsk(Throwable error) {
    ASK.fail(error);
  }

  @Before("bodyOfAsk()")
  public void startAsk() {
    ASK.start();
  }

  @AfterReturning("bodyOfAsk()")
  public void endAsk() {
    ASK.end();
  }

  @Pointcut("execution(void shop.Options.likeTheDefaults())")
  void bodyOfLikeTheDefaults() {
  }

  @AfterThrowing(pointcut = "bodyOfLikeTheDefaults()", throwing = "error", argNames = "error")
  public void failLikeTheDefaults(Throwable error) {
    LIKE_THE_DEFAULTS.fail(error);
  }

  @Before("bodyOfLikeTheDefaults()")
  public void startLikeTheDefaults() {
    LIKE_THE_DEFAULTS.start();
  }

  @AfterReturning("bodyOfLikeTheDefaults()")
  public void endLikeTheDefaults() {
    LIKE_THE_DEFAULTS.end();
  }

  @Pointcut("execution(void shop.Options.nightly())")
  void bodyOfNightly() {
  }

  @AfterThrowing(pointcut = "bodyOfNightly()", throwing = "error", argNames = "error")
  public void failNightly(Throwable error) {
    NIGHTLY.fail(error);
  }

  @Before("bodyOfNightly()")
  public void startNightly() {
    NIGHTLY.start();
  }

  @AfterReturning("bodyOfNightly()")
  public void endNightly() {
    NIGHTLY.end();
  }

  @Pointcut("execution(void shop.Options.everything())")
  void bodyOfEverything() {
  }

  @AfterThrowing(pointcut = "bodyOfEverything()", throwing = "error", argNames = "error")
  public void failEverything(Throwable error) {
    EVERYTHING.fail(error);
  }

  @Before("bodyOfEverything()")
  public void startEverything() {
    EVERYTHING.start();
  }

  @AfterReturning("bodyOfEverything()")
  public void endEverything() {
    EVERYTHING.end();
  }

  @Pointcut("execution(void shop.Options.oddName())")
  void bodyOfOddName() {
  }

  @AfterThrowing(pointcut = "bodyOfOddName()", throwing = "error", argNames = "error")
  public void failOddName(Throwable error) {
    ODD_NAME.fail(error);
  }

  @Before("bodyOfOddName()")
  public void startOddName() {
    ODD_NAME.start();
  }

  @AfterReturning("bodyOfOddName()")
  public void endOddName() {
    ODD_NAME.end();
  }
}
