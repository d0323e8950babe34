package shop;

import io.spanloom.ResultAdapter;
import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import io.spanloom.deferred.DeferredSpan;
import io.spanloom.deferred.DeferredSpans;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class DeferredResults {

  @ResultAdapter(Adapters.class)
  interface Promise<T> {}

  interface Task<T> {}

  static class Adapters {
    public static <T> void observe(Promise<T> result, DeferredSpan<? super T> span) {}

    public static <T> Task<T> trace(Task<T> result, DeferredSpans<? super T> spans) {
      return result;
    }
  }

  @Traced
  Stream<String> stream(@SpanAttribute String id) {
    return null;
  }

  @Traced
  IntStream numbers() {
    return null;
  }

  @Traced(lazyResult = true)
  Iterator<String> iterator() {
    return null;
  }

  @Traced(lazyResult = true)
  Iterable<String> iterable() {
    return null;
  }

  @Traced
  @SpanAttribute(value = "text", from = "result")
  Promise<String> promise() {
    return null;
  }

  @Traced
  <P extends Object & Promise<String>> P behindObject() {
    return null;
  }

  @Traced
  @ResultAdapter(Adapters.class)
  @SpanAttribute(value = "text", from = "result")
  Task<String> task(@SpanAttribute String id) {
    return null;
  }
}
