package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.ListenableFuture;
import io.opentelemetry.context.Context;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Traced methods that return futures of Guava, of Vert.x, and of the JDK. */
@ExtendWith(SuppressedLogs.class)
final class FuturesTest {

  private static final String SOURCE =
      """
      import com.google.common.util.concurrent.*;
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      public class Futures {
        private static void check(Object in) { if (in instanceof RuntimeException error) throw error; }
        @Traced("future") @SpanAttribute(value = "length", from = "result.length()")
        static ListenableFuture<String> guava(Object in) { check(in); return (ListenableFuture<String>) in; }
        @Traced("future") @SpanAttribute(value = "length", from = "result.length()")
        static SettableFuture<String> settable(Object in) { check(in); return (SettableFuture<String>) in; }
        @Traced("future") @SpanAttribute(value = "length", from = "result.length()")
        static io.vertx.core.Future<String> vertx(Object in) { check(in); return (io.vertx.core.Future<String>) in; }
        @Traced("future") @SpanAttribute(value = "length", from = "result.length()")
        static java.util.concurrent.Future<String> jdk(Object in) {
          check(in);
          return (java.util.concurrent.Future<String>) in;
        }
      }
      """;

  private static final String CANCELLED = "future {spanloom.cancelled=true}\n";

  private static final ClassLoader PROGRAM = Program.compile(SOURCE).weave().load();

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  static Object call(String method, Object argument) throws Throwable {
    return Program.invoke(PROGRAM, "Futures", method, argument);
  }

  @ParameterizedTest
  @EnumSource
  void endsSpanWhenFutureCompletes(FutureType type) throws Throwable {
    FutureType.Producer producer = type.newFuture();

    assertThat(type.call(producer.future())).isSameAs(producer.future());

    assertThat(traces.tree()).isEqualTo("future NOT ENDED\n");
    Thread other = new Thread(() -> producer.complete("done"));
    other.start();
    other.join();
    assertThat(traces.tree()).isEqualTo("future {length=4}\n");
  }

  @ParameterizedTest
  @EnumSource
  void endsSpanOfCompletedFuture(FutureType type) throws Throwable {
    FutureType.Producer producer = type.newFuture();
    producer.complete(null);

    type.call(producer.future());
    type.call(null);

    assertThat(traces.tree()).isEqualTo("future\nfuture\n");
  }

  @ParameterizedTest
  @EnumSource
  void recordsFailure(FutureType type) throws Throwable {
    FutureType.Producer producer = type.newFuture();
    type.call(producer.future());
    FutureType.Producer wrapped = type.newFuture();
    type.call(wrapped.future());

    producer.fail(new IllegalStateException("late"));
    wrapped.fail(new ExecutionException(new IllegalArgumentException("wrapped")));

    assertThat(traces.tree().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("future ERROR {error.type=java.lang.IllegalStateException}"),
            line ->
                assertThat(line)
                    .startsWith("future ERROR {error.type=java.lang.IllegalArgumentException}"));
  }

  @ParameterizedTest
  @EnumSource
  void recordsExceptionOfTheMethodItself(FutureType type) {
    assertThat(Outcome.of(() -> type.call(new IllegalStateException("early"))))
        .startsWith("threw java.lang.IllegalStateException");

    assertThat(traces.tree()).contains("future ERROR");
  }

  @ParameterizedTest
  @EnumSource
  void cancellationByProducerIsNotAnError(FutureType type) throws Throwable {
    FutureType.Producer producer = type.newFuture();
    type.call(producer.future());

    producer.fail(new CancellationException("by the producer"));

    assertThat(traces.tree()).isEqualTo(CANCELLED);
  }

  @ParameterizedTest
  @EnumSource(names = {"GUAVA", "SETTABLE", "JDK"})
  void cancellationByCallerIsNotAnError(FutureType type) throws Throwable {
    java.util.concurrent.Future<?> future =
        (java.util.concurrent.Future<?>) type.call(type.newFuture().future());

    assertThat(future.cancel(true)).isTrue();

    assertThat(traces.tree()).isEqualTo(CANCELLED);
  }

  @ParameterizedTest
  @EnumSource
  void keepsNothingOfFutureThatNeverCompletes(FutureType type) throws Throwable {
    Unreachable.assertCollected(() -> type.call(type.newFuture().future()));
  }

  @Test
  void endsSpanOnReturnWhenListenableFutureRejectsListener() throws Throwable {
    ListenableFuture<String> stubborn =
        new ListenableFuture<>() {
          @Override
          public void addListener(Runnable listener, Executor executor) {
            throw new UnsupportedOperationException("no listeners");
          }

          @Override
          public boolean cancel(boolean interrupt) {
            return false;
          }

          @Override
          public boolean isCancelled() {
            return false;
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public String get() {
            return "";
          }

          @Override
          public String get(long timeout, TimeUnit unit) {
            return "";
          }
        };

    assertThat(call("guava", stubborn)).isSameAs(stubborn);

    assertThat(traces.tree()).isEqualTo("future\n");
  }

  @Test
  void endsSpanOnReturnWhenFutureHasNoCallbacks() throws Throwable {
    FutureTask<String> pending = new FutureTask<>(() -> "later");
    FutureTask<String> done = new FutureTask<>(() -> "done");
    done.run();
    FutureTask<String> failed =
        new FutureTask<>(
            () -> {
              throw new IllegalStateException("failed");
            });
    failed.run();
    FutureTask<String> cancelled = new FutureTask<>(() -> "never");
    cancelled.cancel(false);

    assertThat(call("jdk", pending)).isSameAs(pending);
    call("jdk", done);
    call("jdk", cancelled);
    call("jdk", failed);

    assertThat(traces.tree().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("future"),
            line -> assertThat(line).isEqualTo("future {length=4}"),
            line -> assertThat(line + "\n").isEqualTo(CANCELLED),
            line ->
                assertThat(line)
                    .startsWith("future ERROR {error.type=java.lang.IllegalStateException}"));
  }
}
