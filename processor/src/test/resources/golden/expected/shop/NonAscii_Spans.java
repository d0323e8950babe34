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
 * Spans of {@link NonAscii}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.NonAscii", methods = {
    "größe(Lshop/NonAscii$Größe;I)V",
    "注文(Ljava/lang/String;)V",
    "ß(Ljava/lang/String;)V",
    "ıstanbul()V"})
final class NonAscii_Spans {
  static final SpanSite GRÖSSE = SpanSite.of("NonAscii.größe", "shop.NonAscii.größe");

  static final SpanSite 注文 = SpanSite.of("注文する", "shop.NonAscii.注文");

  static final SpanSite SS = SpanSite.of("NonAscii.ß", "shop.NonAscii.ß");

  static final SpanSite ISTANBUL = SpanSite.of("NonAscii.ıstanbul", "shop.NonAscii.ıstanbul");

  private static final AttributeKey<String> GRÖSSE_KEY = AttributeKey.stringKey("größe");

  private static final AttributeKey<Long> STRASSE_NR = AttributeKey.longKey("straße.nr");

  private static final AttributeKey<String> 注文_KEY = AttributeKey.stringKey("注文");

  private static final AttributeKey<String> __ = AttributeKey.stringKey("😀");

  @Pointcut("execution(void shop.NonAscii.größe(shop.NonAscii.Größe, int))")
  void bodyOfGröße() {
  }

  @AfterThrowing(pointcut = "bodyOfGröße()", throwing = "error", argNames = "error")
  public void failGröße(Throwable error) {
    GRÖSSE.fail(error);
  }

  @Before(value = "bodyOfGröße() && args(größe, straße)", argNames = "größe, straße")
  public void startGröße(Enum<?> größe, int straße) {
    SpanStart start = GRÖSSE.begin();
    if (start != null) {
      start.attribute(GRÖSSE_KEY, größe == null ? null : größe.name());
      start.attribute(STRASSE_NR, (long) straße);
      start.enter();
    }
  }

  @AfterReturning("bodyOfGröße()")
  public void endGröße() {
    GRÖSSE.end();
  }

  @Pointcut("execution(void shop.NonAscii.注文(java.lang.String))")
  void bodyOf注文() {
  }

  @AfterThrowing(pointcut = "bodyOf注文()", throwing = "error", argNames = "error")
  public void fail注文(Throwable error) {
    注文.fail(error);
  }

  @Before(value = "bodyOf注文() && args(注文_)", argNames = "注文_")
  public void start注文(String 注文_) {
    SpanStart start = 注文.begin();
    if (start != null) {
      start.attribute(注文_KEY, 注文_);
      start.enter();
    }
  }

  @AfterReturning("bodyOf注文()")
  public void end注文() {
    注文.end();
  }

  @Pointcut("execution(void shop.NonAscii.ß(java.lang.String))")
  void bodyOfSS() {
  }

  @AfterThrowing(pointcut = "bodyOfSS()", throwing = "error", argNames = "error")
  public void failSS(Throwable error) {
    SS.fail(error);
  }

  @Before(value = "bodyOfSS() && args(___)", argNames = "___")
  public void startSS(String ___) {
    SpanStart start = SS.begin();
    if (start != null) {
      start.attribute(__, ___);
      start.enter();
    }
  }

  @AfterReturning("bodyOfSS()")
  public void endSS() {
    SS.end();
  }

  @Pointcut("execution(void shop.NonAscii.ıstanbul())")
  void bodyOfIstanbul() {
  }

  @AfterThrowing(pointcut = "bodyOfIstanbul()", throwing = "error", argNames = "error")
  public void failIstanbul(Throwable error) {
    ISTANBUL.fail(error);
  }

  @Before("bodyOfIstanbul()")
  public void startIstanbul() {
    ISTANBUL.start();
  }

  @AfterReturning("bodyOfIstanbul()")
  public void endIstanbul() {
    ISTANBUL.end();
  }
}
