package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuppressedLogs.class)
final class ResultAdaptersTest {

  private static final String SOURCE =
      """
      import io.opentelemetry.context.Scope;
      import io.spanloom.*;
      import io.spanloom.deferred.*;
      import java.util.concurrent.Callable;
      import java.util.function.*;
      public class Own {
        @ResultAdapter(Adapters.class)
        static class Promise<T> {
          private BiConsumer<T, Throwable> callback = (value, error) -> {};
          void onDone(BiConsumer<T, Throwable> next) { callback = next; }
          void done(T value) { callback.accept(value, null); }
          void failed(Throwable error) { callback.accept(null, error); }
        }
        static class SubPromise extends Promise<String> {}
        static class Task<T> {
          final Supplier<T> body;
          Task(Supplier<T> body) { this.body = body; }
          T run() { return body.get(); }
        }
        static class Adapters {
          public static <T> void observe(Promise<T> result, DeferredSpan<? super T> span) {
            result.onDone((value, error) -> { if (error == null) span.complete(value); else span.fail(error); });
          }
          public static <T> Task<T> trace(Task<T> result, DeferredSpans<? super T> spans) {
            return new Task<>(() -> {
              DeferredSpan<? super T> span = spans.start(null);
              try (Scope scope = span.context().makeCurrent()) {
                T value = result.run();
                span.complete(value);
                return value;
              }
            });
          }
        }
        @Traced("promise") @SpanAttribute(value = "out", from = "result") static Promise<String> promise() { return new Promise<>(); }
        @Traced("promise") @SpanAttribute(value = "length", from = "result.length()") static SubPromise subPromise() { return new SubPromise(); }
        @Traced("task") @ResultAdapter(Adapters.class) static Task<String> task() { return new Task<>(() -> load()); }
        @Traced("load") static String load() { return "loaded"; }

        static final SubPromise SUB = subPromise();
        public static Object run() {
          Promise<String> promise = promise();
          promise.done("value");
          promise();
          SubPromise sub = subPromise();
          sub.failed(new IllegalStateException("broken"));
          SubPromise done = subPromise();
          done.done("four");
          Task<String> task = task();
          return task.run() + task.run();
        }
      }
      """;

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  @Test
  void endsSpansThroughAdaptersOfTheProgram() throws Throwable {
    ClassLoader program = Program.compile(SOURCE).weave().load();

    assertThat(Program.call(program, "Own", "run")).isEqualTo("loadedloaded");

    assertThat(traces.tree())
        .isEqualTo(
            """
            promise NOT ENDED
            promise {out=value}
            promise NOT ENDED
            promise ERROR {error.type=java.lang.IllegalStateException} \
            [exception {exception.message=broken, exception.type=java.lang.IllegalStateException}]
            promise {length=4}
            task
              load
            task
              load
            """);
  }
}
