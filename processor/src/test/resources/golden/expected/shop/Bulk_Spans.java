package shop;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
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
 * Spans of {@link Bulk}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Bulk", methods = {
    "work()Ljava/util/List;",
    "find(Ljava/lang/String;)Ljava/lang/String;",
    "own()Ljava/lang/String;"},
    inherited = {
    "work()Ljava/util/List; by io.spanloom.Traced on shop.Bulk",
    "find(Ljava/lang/String;)Ljava/lang/String; by io.spanloom.Traced on shop.BulkApi"})
final class Bulk_Spans {
  static final SpanSite WORK = SpanSite.of("Bulk.work", "shop.Bulk.work")
      .kind(SpanKind.CLIENT)
      .attribute(AttributeKey.stringKey("layer"), "repository");

  static final SpanSite FIND = SpanSite.of("api.find", "shop.Bulk.find");

  static final SpanSite OWN = SpanSite.of("bulk.own", "shop.Bulk.own");

  private static final AttributeKey<String> QUERY = AttributeKey.stringKey("query");

  @Pointcut("execution(java.util.List shop.Bulk.work())")
  void bodyOfWork() {
  }

  @AfterThrowing(pointcut = "bodyOfWork()", throwing = "error", argNames = "error")
  public void failWork(Throwable error) {
    WORK.fail(error);
  }

  @Before("bodyOfWork()")
  public void startWork() {
    WORK.start();
  }

  @AfterReturning("bodyOfWork()")
  public void endWork() {
    WORK.end();
  }

  @Pointcut("execution(java.lang.String shop.Bulk.find(java.lang.String))")
  void bodyOfFind() {
  }

  @AfterThrowing(pointcut = "bodyOfFind()", throwing = "error", argNames = "error")
  public void failFind(Throwable error) {
    FIND.fail(error);
  }

  @Before(value = "bodyOfFind() && args(query)", argNames = "query")
  public void startFind(String query) {
    SpanStart start = FIND.begin();
    if (start != null) {
      start.attribute(QUERY, query);
      start.enter();
    }
  }

  @AfterReturning("bodyOfFind()")
  public void endFind() {
    FIND.end();
  }

  @Pointcut("execution(java.lang.String shop.Bulk.own())")
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

  @AfterReturning("bodyOfOwn()")
  public void endOwn() {
    OWN.end();
  }
}
