package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SuppressedLogs.class)
final class StagesTest {

  private static final String SOURCE =
      """
      import io.spanloom.Traced;
      import java.util.concurrent.*;
      public class Stages {
        public static class Own<T> extends CompletableFuture<T> {}
        @Traced("stage") static CompletionStage<String> stage(CompletionStage<String> s) { inner(); return s; }
        @Traced("stage") static CompletableFuture<String> future(CompletableFuture<String> s) { inner(); return s; }
        @Traced("stage") static Own<String> own(Own<String> s) { inner(); return s; }
        @Traced("stage") static <F extends CompletableFuture<?>> F variable(F s) { inner(); return s; }
        @Traced("stage") static <F extends Object & CompletionStage<?>> F intersection(F s) { inner(); return s; }
        @Traced(value = "stage", expected = IllegalStateException.class)
        static CompletionStage<?> expecting(CompletionStage<?> s) { inner(); return s; }
        @Traced("stage") static CompletionStage<?> throwing(CompletionStage<?> s) { throw new IllegalStateException("early"); }
        @Traced("stage") static Object dynamic(Object s) { inner(); return s; }
        @Traced("inner") static void inner() {}
        static Own<String> make() { return new Own<>(); }
      }
      """;

  private static final ClassLoader PROGRAM = Program.compile(SOURCE).weave().load();

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  private static Object call(String method, Object stage) throws Throwable {
    return Program.invoke(PROGRAM, "Stages", method, stage);
  }

  @SuppressWarnings("unchecked") // the programs make futures of strings
  private static CompletableFuture<String> make() throws Throwable {
    return (CompletableFuture<String>) Program.invoke(PROGRAM, "Stages", "make");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage", "future", "own", "variable", "intersection"})
  void endsSpanWhenStageCompletes(String method) throws Throwable {
    CompletableFuture<String> future = make();

    assertThat(call(method, future)).isSameAs(future);

    assertThat(traces.tree()).isEqualTo("stage NOT ENDED\n  inner\n");
    assertThat(Context.current()).isSameAs(Context.root());
    Thread other = new Thread(() -> future.complete("done"));
    other.start();
    other.join();
    assertThat(traces.tree()).isEqualTo("stage\n  inner\n");
    assertThat(future).isCompletedWithValue("done");
    assertThat(future.getNumberOfDependents()).isZero();
  }

  @Test
  void endsSpanOnReturnWhenResultIsNoStage() throws Throwable {
    call("dynamic", new CompletableFuture<>());

    assertThat(traces.tree()).isEqualTo("stage\n  inner\n");
  }

  @Test
  void endsSpanOnReturnWhenStageIsComplete() throws Throwable {
    call("future", CompletableFuture.completedFuture("early"));
    call("stage", CompletableFuture.failedStage(new IllegalStateException("early")));
    call("future", null);
    call("intersection", null);

    assertThat(traces.tree())
        .isEqualTo(
            "stage\n  inner\n"
                + error("java.lang.IllegalStateException", "early")
                + "  inner\nstage\n  inner\nstage\n  inner\n");
  }

  @Test
  void recordsFailureOfStage() throws Throwable {
    CompletableFuture<String> future = new CompletableFuture<>();
    call("future", future);
    CompletableFuture<String> dependent = new CompletableFuture<>();
    CompletableFuture<String> result = dependent.thenApply(text -> text);
    call("stage", result);
    CompletableFuture<String> wrapped = new CompletableFuture<>();
    call("stage", wrapped);
    CompletableFuture<String> bare = new CompletableFuture<>();
    call("stage", bare);

    future.completeExceptionally(new IllegalStateException("direct"));
    dependent.completeExceptionally(new IllegalStateException("dependent"));
    wrapped.completeExceptionally(
        new CompletionException(new ExecutionException(new IllegalStateException("wrapped"))));
    bare.completeExceptionally(new CompletionException("bare", null));

    String illegalState = "java.lang.IllegalStateException";
    assertThat(traces.tree())
        .isEqualTo(
            error(illegalState, "direct")
                + "  inner\n"
                + error(illegalState, "dependent")
                + "  inner\n"
                + error(illegalState, "wrapped")
                + "  inner\n"
                + error("java.util.concurrent.CompletionException", "bare")
                + "  inner\n");
  }

  @Test
  void cancellationIsNotAnError() throws Throwable {
    CompletableFuture<String> future = new CompletableFuture<>();
    call("future", future);
    CompletableFuture<String> source = new CompletableFuture<>();
    call("stage", source.thenApply(text -> text));

    assertThat(future.cancel(true)).isTrue();
    source.completeExceptionally(new CancellationException("by hand"));

    assertThat(future).isCancelled();
    String cancelled = "stage {spanloom.cancelled=true}\n  inner\n";
    assertThat(traces.tree()).isEqualTo(cancelled + cancelled);
  }

  @Test
  void expectedExceptionOfStageIsNotAnError() throws Throwable {
    CompletableFuture<String> source = new CompletableFuture<>();
    call("expecting", source.thenApply(text -> text));

    source.completeExceptionally(new IllegalStateException("expected"));

    assertThat(traces.tree()).isEqualTo("stage\n  inner\n");
  }

  @Test
  void recordsExceptionThrownInsteadOfStage() {
    assertThat(Outcome.of(() -> call("throwing", null)))
        .startsWith("threw java.lang.IllegalStateException: early");

    assertThat(traces.tree()).isEqualTo(error("java.lang.IllegalStateException", "early"));
  }

  @Test
  void endsSpanOnReturnWhenStageRejectsCallback() throws Throwable {
    class Stubborn extends CompletableFuture<String> {
      @Override
      public CompletableFuture<String> whenComplete(
          BiConsumer<? super String, ? super Throwable> action) {
        throw new UnsupportedOperationException("no callbacks");
      }
    }
    CompletionStage<String> stubborn = new Stubborn();

    assertThat(call("stage", stubborn)).isSameAs(stubborn);

    assertThat(traces.tree()).isEqualTo("stage\n  inner\n");
  }

  @Test
  void endsSpanOnceWhenStageCallsBackTwice() throws Throwable {
    class Repeating extends CompletableFuture<String> {
      @Override
      public CompletableFuture<String> whenComplete(
          BiConsumer<? super String, ? super Throwable> action) {
        action.accept("first", null);
        action.accept(null, new IllegalStateException("second"));
        return this;
      }
    }

    call("stage", new Repeating());

    assertThat(traces.tree()).isEqualTo("stage\n  inner\n");
    assertThat(traces.names()).containsExactly("inner", "stage");
  }

  private static String error(String type, String message) {
    return "stage ERROR {error.type=%1$s} [exception {exception.message=%2$s, exception.type=%1$s}]%n"
        .formatted(type, message);
  }
}
