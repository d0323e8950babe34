package shop;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.spanloom.runtime.woven.AttributeValues;
import io.spanloom.runtime.woven.GeneratedAspect;
import io.spanloom.runtime.woven.RecordingSpan;
import io.spanloom.runtime.woven.ResultAttributes;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/**
 * Spans of {@link Described}, woven into it at build time.
 * Failure advice comes first, so that its exception handler encloses only the method's body.
 */
@Aspect
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedAspect(type = "shop.Described", methods = {
    "place(Lshop/Described$Order;JLjava/util/List;)Ljava/util/concurrent/CompletableFuture;",
    "find(Lio/opentelemetry/context/Context;D)V"},
    inherited = "find(Lio/opentelemetry/context/Context;D)V by shop.Described$Measured on shop.Described")
final class Described_Spans {
  static final SpanSite PLACE = SpanSite.of("Described.place", "shop.Described.place")
      .root()
      .expecting(FileNotFoundException.class)
      .withoutException()
      .baggage("tenant", AttributeKey.stringKey("tenant"));

  static final SpanSite FIND = SpanSite.of("Described.find", "shop.Described.find")
      .attribute(AttributeKey.stringKey("layer"), "repository")
      .attribute(AttributeKey.longKey("measured.limit"), 3L)
      .attribute(AttributeKey.doubleKey("measured.ratio"), 0.5D)
      .attribute(AttributeKey.booleanKey("measured.slow"), false);

  private static final AttributeKey<List<Long>> ORDER_QUANTITIES = AttributeKey.longArrayKey("order.quantities");

  private static final AttributeKey<String> CARD = AttributeKey.stringKey("card");

  private static final AttributeKey<String> RECEIPT = AttributeKey.stringKey("receipt");

  private static final AttributeKey<Double> GRÖSSE = AttributeKey.doubleKey("größe");

  private static final ResultAttributes<Object> PLACE_RESULT = new ResultAttributes<Object>() {
    @Override
    public void read(Object result, RecordingSpan end) {
      addReceipt(end, (String) result);
    }
  };

  @Pointcut("execution(java.util.concurrent.CompletableFuture shop.Described.place(shop.Described.Order, long, java.util.List))")
  void bodyOfPlace() {
  }

  @AfterThrowing(pointcut = "bodyOfPlace()", throwing = "error", argNames = "error")
  public void failPlace(Throwable error) {
    PLACE.fail(error);
  }

  @Before(value = "bodyOfPlace() && args(order, card, origins)", argNames = "order, card, origins")
  public void startPlace(Described.Order order, long card, List<?> origins) {
    SpanStart start = PLACE.begin();
    if (start != null) {
      start.links(origins);
      addOrderQuantities(start, order);
      start.attribute(CARD, AttributeValues.hashed(card));
      start.enter();
    }
  }

  @AfterReturning(pointcut = "bodyOfPlace()", returning = "result", argNames = "result")
  public void endPlace(CompletionStage<?> result) {
    PLACE.end(result, PLACE_RESULT);
  }

  @Pointcut("execution(void shop.Described.find(io.opentelemetry.context.Context, double))")
  void bodyOfFind() {
  }

  @AfterThrowing(pointcut = "bodyOfFind()", throwing = "error", argNames = "error")
  public void failFind(Throwable error) {
    FIND.fail(error);
  }

  @Before(value = "bodyOfFind() && args(caller, size)", argNames = "caller, size")
  public void startFind(Context caller, double size) {
    SpanStart start = FIND.begin(caller);
    if (start != null) {
      start.attribute(GRÖSSE, size);
      start.enter();
    }
  }

  @AfterReturning("bodyOfFind()")
  public void endFind() {
    FIND.end();
  }

  /**
   * {@code order.quantities()}
   */
  private static void addOrderQuantities(SpanStart start, Described.Order order) {
    try {
      if (order != null) {
        start.attribute(ORDER_QUANTITIES, AttributeValues.longs(order.quantities()));
      }
    } catch (Throwable failure) {
      start.unreadable(ORDER_QUANTITIES, failure);
    }
  }

  /**
   * {@code result}
   */
  private static void addReceipt(RecordingSpan end, String result) {
    try {
      if (result != null) {
        end.attribute(RECEIPT, result);
      }
    } catch (Throwable failure) {
      end.unreadable(RECEIPT, failure);
    }
  }
}
