package shop;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import io.spanloom.runtime.woven.WovenInto;
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
 *
 * <p>The failure advice of each method comes first: AspectJ wraps later advice around earlier
 * advice, so that the exception handler encloses only the body.
 */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpansProcessor",
    comments = "from shop.Options, by Spanloom (version)"
)
@WovenInto(
    type = "shop.Options",
    methods = {
        "ask()V",
        "likeTheDefaults()V",
        "nightly()V",
        "everything()V",
        "oddName()V"
    }
)
final class Options_Spans {
  /**
   * {@code ask()}
   */
  private static final SpanSite ASK = SpanSite.of("Options.ask", "shop.Options.ask")
      .kind(SpanKind.CLIENT);

  /**
   * {@code likeTheDefaults()}
   */
  private static final SpanSite LIKE_THE_DEFAULTS = SpanSite.of("Options.likeTheDefaults",
      "shop.Options.likeTheDefaults");

  /**
   * {@code nightly()}
   */
  private static final SpanSite NIGHTLY = SpanSite.of("Options.nightly", "shop.Options.nightly")
      .root();

  /**
   * {@code everything()}
   */
  private static final SpanSite EVERYTHING = SpanSite.of("a rather long name of a span that nobody would ever want to have on one single line",
      "shop.Options.everything")
      .kind(SpanKind.PRODUCER)
      .root()
      .expecting(TimeoutException.class)
      .expecting(FileNotFoundException.class)
      .expecting(Options.Refused.class);

  /**
   * {@code oddName()}
   */
  private static final SpanSite ODD_NAME = SpanSite.of("\"quoted\" \\ $T {@code} \t */",
      "shop.Options.oddName");

  @Pointcut("execution(void shop.Options.ask())")
  void bodyOfAsk() {
  }

  @AfterThrowing(
      pointcut = "bodyOfAsk()",
      throwing = "error",
      argNames = "error"
  )
  public void failAsk(Throwable error) {
    ASK.fail(error);
  }

  @Before("bodyOfAsk()")
  public void startAsk() {
    SpanStart start = ASK.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfAsk()")
  public void endAsk() {
    ASK.end();
  }

  @Pointcut("execution(void shop.Options.likeTheDefaults())")
  void bodyOfLikeTheDefaults() {
  }

  @AfterThrowing(
      pointcut = "bodyOfLikeTheDefaults()",
      throwing = "error",
      argNames = "error"
  )
  public void failLikeTheDefaults(Throwable error) {
    LIKE_THE_DEFAULTS.fail(error);
  }

  @Before("bodyOfLikeTheDefaults()")
  public void startLikeTheDefaults() {
    SpanStart start = LIKE_THE_DEFAULTS.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfLikeTheDefaults()")
  public void endLikeTheDefaults() {
    LIKE_THE_DEFAULTS.end();
  }

  @Pointcut("execution(void shop.Options.nightly())")
  void bodyOfNightly() {
  }

  @AfterThrowing(
      pointcut = "bodyOfNightly()",
      throwing = "error",
      argNames = "error"
  )
  public void failNightly(Throwable error) {
    NIGHTLY.fail(error);
  }

  @Before("bodyOfNightly()")
  public void startNightly() {
    SpanStart start = NIGHTLY.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfNightly()")
  public void endNightly() {
    NIGHTLY.end();
  }

  @Pointcut("execution(void shop.Options.everything())")
  void bodyOfEverything() {
  }

  @AfterThrowing(
      pointcut = "bodyOfEverything()",
      throwing = "error",
      argNames = "error"
  )
  public void failEverything(Throwable error) {
    EVERYTHING.fail(error);
  }

  @Before("bodyOfEverything()")
  public void startEverything() {
    SpanStart start = EVERYTHING.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfEverything()")
  public void endEverything() {
    EVERYTHING.end();
  }

  @Pointcut("execution(void shop.Options.oddName())")
  void bodyOfOddName() {
  }

  @AfterThrowing(
      pointcut = "bodyOfOddName()",
      throwing = "error",
      argNames = "error"
  )
  public void failOddName(Throwable error) {
    ODD_NAME.fail(error);
  }

  @Before("bodyOfOddName()")
  public void startOddName() {
    SpanStart start = ODD_NAME.begin();
    if (start != null) {
      start.enter();
    }
  }

  @AfterReturning("bodyOfOddName()")
  public void endOddName() {
    ODD_NAME.end();
  }
}
