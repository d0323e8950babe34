package shop;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.deferred.jdk.LazyResults;
import io.spanloom.deferred.jdk.StreamResults;
import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.RecordingSpan;
import io.spanloom.runtime.woven.ResultAttributes;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link DeferredResults}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.DeferredResults", methods = {
    "stream(Ljava/lang/String;)Ljava/util/stream/Stream;",
    "numbers()Ljava/util/stream/IntStream;",
    "iterator()Ljava/util/Iterator;",
    "iterable()Ljava/lang/Iterable;",
    "promise()Lshop/DeferredResults$Promise;",
    "behindObject()Ljava/lang/Object;",
    "task(Ljava/lang/String;)Lshop/DeferredResults$Task;"})
final class DeferredResults_Spans {
  static final SpanSite STREAM = SpanSite.of("DeferredResults.stream",
      "shop.DeferredResults.stream");

  static final SpanSite NUMBERS = SpanSite.of("DeferredResults.numbers",
      "shop.DeferredResults.numbers");

  static final SpanSite ITERATOR = SpanSite.of("DeferredResults.iterator",
      "shop.DeferredResults.iterator");

  static final SpanSite ITERABLE = SpanSite.of("DeferredResults.iterable",
      "shop.DeferredResults.iterable")
      .perSubscription();

  static final SpanSite PROMISE = SpanSite.of("DeferredResults.promise",
      "shop.DeferredResults.promise");

  static final SpanSite BEHIND_OBJECT = SpanSite.of("DeferredResults.behindObject",
      "shop.DeferredResults.behindObject");

  static final SpanSite TASK = SpanSite.of("DeferredResults.task", "shop.DeferredResults.task")
      .perSubscription();

  private static final AttributeKey<String> ID = AttributeKey.stringKey("id");

  private static final AttributeKey<String> TEXT = AttributeKey.stringKey("text");

  private static final ResultAttributes<Object> PROMISE_RESULT = new ResultAttributes<Object>() {
    @Override
    public void read(Object result, RecordingSpan end) {
      addText(end, (String) result);
    }
  };

  private static final ResultAttributes<Object> TASK_RESULT = new ResultAttributes<Object>() {
    @Override
    public void read(Object result, RecordingSpan end) {
      addText(end, (String) result);
    }
  };

  @Pointcut("execution(java.util.stream.Stream shop.DeferredResults.stream(java.lang.String))")
  void bodyOfStream() {
  }

  @AfterThrowing(pointcut = "bodyOfStream()", throwing = "error", argNames = "error")
  public void failStream(Throwable error) {
    STREAM.fail(error);
  }

  @Before(value = "bodyOfStream() && args(id)", argNames = "id")
  public void startStream(String id) {
    SpanStart start = STREAM.begin();
    if (start != null) {
      start.attribute(ID, id);
      start.enter();
    }
  }

  @AfterReturning(pointcut = "bodyOfStream()", returning = "result", argNames = "result")
  public Stream<?> endStream(Stream<?> result) {
    return STREAM.trace(result, StreamResults::stream);
  }

  @Pointcut("execution(java.util.stream.IntStream shop.DeferredResults.numbers())")
  void bodyOfNumbers() {
  }

  @AfterThrowing(pointcut = "bodyOfNumbers()", throwing = "error", argNames = "error")
  public void failNumbers(Throwable error) {
    NUMBERS.fail(error);
  }

  @Before("bodyOfNumbers()")
  public void startNumbers() {
    NUMBERS.start();
  }

  @AfterReturning(pointcut = "bodyOfNumbers()", returning = "result", argNames = "result")
  public IntStream endNumbers(IntStream result) {
    return NUMBERS.trace(result, StreamResults::intStream);
  }

  @Pointcut("execution(java.util.Iterator shop.DeferredResults.iterator())")
  void bodyOfIterator() {
  }

  @AfterThrowing(pointcut = "bodyOfIterator()", throwing = "error", argNames = "error")
  public void failIterator(Throwable error) {
    ITERATOR.fail(error);
  }

  @Before("bodyOfIterator()")
  public void startIterator() {
    ITERATOR.start();
  }

  @AfterReturning(pointcut = "bodyOfIterator()", returning = "result", argNames = "result")
  public Iterator<?> endIterator(Iterator<?> result) {
    return ITERATOR.trace(result, LazyResults::iterator);
  }

  @Pointcut("execution(java.lang.Iterable shop.DeferredResults.iterable())")
  void bodyOfIterable() {
  }

  @AfterThrowing(pointcut = "bodyOfIterable()", throwing = "error", argNames = "error")
  public void failIterable(Throwable error) {
    ITERABLE.fail(error);
  }

  @Before("bodyOfIterable()")
  public void startIterable() {
    ITERABLE.start();
  }

  @AfterReturning(pointcut = "bodyOfIterable()", returning = "result", argNames = "result")
  public Iterable<?> endIterable(Iterable<?> result) {
    return ITERABLE.trace(result, LazyResults::iterable);
  }

  @Pointcut("execution(shop.DeferredResults.Promise shop.DeferredResults.promise())")
  void bodyOfPromise() {
  }

  @AfterThrowing(pointcut = "bodyOfPromise()", throwing = "error", argNames = "error")
  public void failPromise(Throwable error) {
    PROMISE.fail(error);
  }

  @Before("bodyOfPromise()")
  public void startPromise() {
    PROMISE.start();
  }

  @AfterReturning(pointcut = "bodyOfPromise()", returning = "result", argNames = "result")
  public void endPromise(DeferredResults.Promise<?> result) {
    PROMISE.endWhen(result, DeferredResults.Adapters::observe, PROMISE_RESULT);
  }

  @Pointcut("execution(java.lang.Object shop.DeferredResults.behindObject())")
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
    BEHIND_OBJECT.endWhen(result instanceof DeferredResults.Promise ? (DeferredResults.Promise<?>) result : null, DeferredResults.Adapters::observe);
  }

  @Pointcut("execution(shop.DeferredResults.Task shop.DeferredResults.task(java.lang.String))")
  void bodyOfTask() {
  }

  @AfterThrowing(pointcut = "bodyOfTask()", throwing = "error", argNames = "error")
  public void failTask(Throwable error) {
    TASK.fail(error);
  }

  @Before(value = "bodyOfTask() && args(id)", argNames = "id")
  public void startTask(String id) {
    SpanStart start = TASK.begin();
    if (start != null) {
      start.attribute(ID, id);
      start.enter();
    }
  }

  @AfterReturning(pointcut = "bodyOfTask()", returning = "result", argNames = "result")
  public DeferredResults.Task<?> endTask(DeferredResults.Task<?> result) {
    return TASK.trace(result, DeferredResults.Adapters::trace, TASK_RESULT);
  }

  /**
   * {@code result}
   */
  private static void addText(RecordingSpan end, String result) {
    try {
      if (result != null) {
        end.attribute(TEXT, result);
      }
    } catch (Throwable failure) {
      end.unreadable(TEXT, failure);
    }
  }
}
