package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import kotlin.Unit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CompletableDeferredKt;
import kotlinx.coroutines.flow.Flow;
import kotlinx.coroutines.flow.FlowKt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuppressedLogs.class)
final class CoroutinesTest {

  private static final String SOURCE =
      """
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      import kotlinx.coroutines.*;
      import kotlinx.coroutines.flow.*;
      public class Coroutines {
        @Traced("deferred") @SpanAttribute(value = "out", from = "result")
        static Deferred<String> deferred(Deferred<String> in) { return in; }
        @Traced("job") static Job job(Job in) { return in; }
        @Traced("flow") static Flow<String> flow(Flow<String> in) {
          return new Flow<String>() {
            public Object collect(FlowCollector<? super String> collector, kotlin.coroutines.Continuation<? super kotlin.Unit> next) {
              load();
              return in.collect(collector, next);
            }
          };
        }
        @Traced("load") static void load() {}
      }
      """;

  private static final ClassLoader PROGRAM = Program.compile(SOURCE).weave().load();

  private final Traces traces = Traces.record();

  @AfterEach
  void close() {
    assertThat(Context.current()).isSameAs(Context.root());
    traces.close();
  }

  private static Object call(String method, Object argument) throws Throwable {
    return Program.invoke(PROGRAM, "Coroutines", method, argument);
  }

  @SuppressWarnings("unchecked") // the program returns flows of strings
  private static List<String> collect(Flow<String> flow) throws Throwable {
    Flow<String> traced = (Flow<String>) call("flow", flow);
    assertThat(traced).isNotSameAs(flow);
    List<String> result = new ArrayList<>();
    BuildersKt.runBlocking(
        EmptyCoroutineContext.INSTANCE,
        (scope, continuation) -> FlowKt.toList(traced, result, continuation));
    return result;
  }

  @Test
  void endsSpanWhenDeferredCompletes() throws Throwable {
    CompletableDeferred<String> deferred = CompletableDeferredKt.CompletableDeferred(null);

    assertThat(call("deferred", deferred)).isSameAs(deferred);
    assertThat(traces.tree()).isEqualTo("deferred NOT ENDED\n");
    deferred.complete("done");

    assertThat(traces.tree()).isEqualTo("deferred {out=done}\n");
  }

  @Test
  void recordsFailureAndCancellationOfDeferred() throws Throwable {
    CompletableDeferred<String> failing = CompletableDeferredKt.CompletableDeferred(null);
    CompletableDeferred<String> cancelled = CompletableDeferredKt.CompletableDeferred(null);
    call("deferred", failing);
    call("job", cancelled);

    failing.completeExceptionally(new IllegalStateException("broken"));
    cancelled.cancel(new CancellationException("enough"));

    assertThat(traces.tree().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("deferred ERROR {error.type=java.lang.IllegalStateException}"),
            line -> assertThat(line).isEqualTo("job {spanloom.cancelled=true}"));
  }

  @Test
  void startsSpanWithEachCollectionOfFlow() throws Throwable {
    assertThat(collect(FlowKt.flowOf("a", "b"))).containsExactly("a", "b");

    assertThat(traces.tree()).isEqualTo("flow\n  load\n");
  }

  @Test
  @SuppressWarnings("unchecked") // the program returns flows of strings
  void runsCollectorOfFlowOutsideSpan() throws Throwable {
    Flow<String> traced = (Flow<String>) call("flow", FlowKt.flowOf("a", "b"));

    BuildersKt.runBlocking(
        EmptyCoroutineContext.INSTANCE,
        (scope, continuation) ->
            traced.collect(
                (value, next) -> {
                  load();
                  return Unit.INSTANCE;
                },
                continuation));

    assertThat(traces.tree()).isEqualTo("flow\n  load\nload\nload\n");
  }

  private static void load() {
    try {
      Program.invoke(PROGRAM, "Coroutines", "load");
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void recordsFailureOfFlow() {
    Flow<String> failing =
        FlowKt.flow(
            (collector, continuation) -> {
              throw new IllegalStateException("broken");
            });

    assertThatThrownBy(() -> collect(failing)).hasMessageContaining("broken");

    assertThat(traces.tree()).startsWith("flow ERROR");
  }

  @Test
  void endsSpanOfSuspendedFlow() throws Throwable {
    Flow<String> delayed =
        FlowKt.onEach(
            FlowKt.flowOf("a"),
            (value, continuation) -> kotlinx.coroutines.DelayKt.delay(1, continuation));

    assertThat(collect(delayed)).containsExactly("a");

    assertThat(traces.tree()).isEqualTo("flow\n  load\n");
  }
}
