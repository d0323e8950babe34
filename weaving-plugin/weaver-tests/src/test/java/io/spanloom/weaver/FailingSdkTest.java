package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.spanloom.runtime.Spans;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SuppressedLogs.class)
final class FailingSdkTest {

  private static final Program PROGRAM =
      Program.compile(
          """
          import io.opentelemetry.context.Context;
          import io.spanloom.*;
          import java.util.*;
          import java.util.concurrent.*;
          public class Shop {
            static final List<Object> LOG = new ArrayList<>();
            @Traced int place(@SpanAttribute String id, @SpanAttribute int n) { return n == 0 ? pay(n) : place(id, n - 1) + pay(n); }
            @WorkflowStep private int pay(@SpanAttribute long amount) { LOG.add("paid " + amount); note(); return 1; }
            @WorkflowStep(as = WorkflowStep.Form.EVENTS) void note() { LOG.add("noted"); }
            @Traced(root = true, expected = IllegalStateException.class) static void fail(int n) {
              if (n > 0) { fail(n - 1); } else { throw new IllegalStateException("body"); }
            }
            @Traced CompletableFuture<String> later(CompletableFuture<String> s) { note(); return s; }
            @Traced Shop() { LOG.add("made"); }
            @AICall(provider = "p", model = "m") static String ask() { throw new IllegalArgumentException("ask"); }
            public static Object run() {
              LOG.clear();
              Shop shop = new Shop();
              LOG.add(shop.place("o-1", 3));
              LOG.add(Context.current() == Context.root());
              try { fail(2); } catch (IllegalStateException e) { LOG.add(e); }
              CompletableFuture<String> good = new CompletableFuture<>();
              CompletableFuture<String> bad = new CompletableFuture<>();
              LOG.add(shop.later(good) == good);
              LOG.add(shop.later(bad) == bad);
              LOG.add(good.complete("good"));
              LOG.add(bad.completeExceptionally(new IllegalStateException("bad")));
              LOG.add(Context.current() == Context.root());
              try { ask(); } catch (IllegalArgumentException e) { LOG.add(e); }
              LOG.add(Context.current() == Context.root());
              return List.copyOf(LOG);
            }
          }
          """);

  private static final String UNWOVEN = Outcome.of(PROGRAM.load(), "Shop", "run");
  private static final ClassLoader WOVEN = PROGRAM.weave().load();
  private static final String TREE = tree();

  static Stream<Arguments> failures() {
    List<Throwable> failures =
        List.of(
            new IllegalStateException("provoked"),
            new IOException("provoked, and checked"),
            new AssertionError("provoked"),
            new NoClassDefFoundError("provoked"),
            new OutOfMemoryError("provoked"),
            new StackOverflowError("provoked"));
    return Arrays.stream(FailingSdk.Part.values())
        .flatMap(
            part ->
                failures.stream()
                    .flatMap(
                        failure ->
                            Stream.of(1, 2, 3).map(every -> Arguments.of(part, failure, every))));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void hidesSdkFailuresFromProgram(FailingSdk.Part part, Throwable failure, int every) {
    FailingSdk failing = new FailingSdk(part, failure, every);
    OpenTelemetrySdk sdk = failing.sdk();
    Spans.install(sdk, false);
    try {
      assertThat(Outcome.of(WOVEN, "Shop", "run")).isEqualTo(UNWOVEN);
      assertThat(Context.current()).isSameAs(Context.root());
      assertThat(failing.hasFailed()).isTrue();
    } finally {
      Spans.uninstall();
    }
    assertThat(tree()).isEqualTo(TREE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "isEnabled",
        "spanBuilder",
        "setSpanKind",
        "setParent",
        "setNoParent",
        "setAttribute",
        "startSpan",
        "storeInContext",
        "isRecording",
        "addEvent",
        "setStatus",
        "recordException",
        "end"
      })
  void hidesApiFailuresFromProgram(String method) {
    for (Error failure : List.of(new OutOfMemoryError(), new LinkageError())) {
      FailingApi failing = new FailingApi(method, failure);
      try (Traces traces = Traces.record()) {
        Spans.install(failing.over(traces.sdk()), false);
        assertThat(Outcome.of(WOVEN, "Shop", "run")).isEqualTo(UNWOVEN);
        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(failing.hasFailed()).isTrue();
      }
    }
    assertThat(tree()).isEqualTo(TREE);
  }

  @Test
  void createsSpansWithoutFailures() {
    assertThat(TREE).hasLineCount(15).doesNotContain("NOT ENDED");
  }

  private static String tree() {
    try (Traces traces = Traces.record()) {
      assertThat(Outcome.of(WOVEN, "Shop", "run")).isEqualTo(UNWOVEN);
      return traces.tree();
    }
  }
}
