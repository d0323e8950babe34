package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@ExtendWith(SuppressedLogs.class)
final class StackOverflowTest {

  /** The spans outside of the recursion; the SDK may lose those near the stack limit. */
  private static final Pattern AFTERWARDS = Pattern.compile("(.* > )?(around|after|next)");

  private static final long SMALL_STACK = 200 << 10;

  /** The depths at which recursions begin; each overflows at a different instruction. */
  private static final int BEGINNINGS = 15;

  private static final Program PROGRAM =
      Program.compile(
          """
              import io.spanloom.*;
              import java.util.concurrent.*;
              public class Deep {
                interface Recursion { Object from(int n) throws Exception; }
                static Object at(int depth, Recursion recursion) throws Exception {
                  return depth == 0 ? recursion.from(0) : at(depth - 1, recursion);
                }
                @Traced static int plain(@SpanAttribute int n) { return plain(n + 1) + 1; }
                @Traced static long even(long n) { return odd(n + 1, "") + 1; }
                @Traced static long odd(long n, @SpanAttribute String s) { return even(n + 1) + 1; }
                @Traced static int catching(int n) {
                  try { return catching(n + 1) + 1; } catch (StackOverflowError e) { return n; }
                }
                @Traced static int wrapping(int n) {
                  try { return wrapping(n + 1) + 1; } catch (StackOverflowError e) { throw new IllegalStateException(); }
                }
                @Traced static int finishing(int n) {
                  try { return finishing(n + 1) + 1; } finally { leaf(); }
                }
                @Traced static void leaf() {}
                @WorkflowStep static int step(int n) { return step(n + 1) + 1; }
                @WorkflowStep(as = WorkflowStep.Form.EVENTS) static int events(int n) { return events(n + 1) + 1; }
                @Traced static CompletableFuture<Integer> stage(int n) { return stage(n + 1).thenApply(i -> i + 1); }
                @Traced static int untracedBetween(int n) { return between(n) + 1; }
                static int between(int n) { return untracedBetween(n + 1) + 1; }
                @Traced static Object made(int n) { return new Made(n).toString() + n; }
                static class Made { @Traced Made(int n) { made(n + 1); } }
                static Recursion named(String name) {
                  return switch (name) {
                    case "plain" -> Deep::plain;
                    case "mutual" -> n -> even(n);
                    case "catching" -> Deep::catching;
                    case "wrapping" -> Deep::wrapping;
                    case "finishing" -> Deep::finishing;
                    case "step" -> Deep::step;
                    case "events" -> Deep::events;
                    case "stage" -> Deep::stage;
                    case "between" -> Deep::untracedBetween;
                    case "constructor" -> Deep::made;
                    default -> throw new IllegalArgumentException(name);
                  };
                }
                static String alone(String name, int depth) {
                  try {
                    at(depth, named(name));
                    return "returned";
                  } catch (Throwable e) {
                    return e.getClass().getName();
                  }
                }
                @Traced("around") static String around(String name, int depth) {
                  String outcome = alone(name, depth);
                  after();
                  return outcome;
                }
                @Traced("after") static void after() {}
                @Traced("next") static void next() {}
              }
              """);

  private static final ClassLoader UNWOVEN = PROGRAM.load();
  private static final ClassLoader WOVEN = PROGRAM.copy().weave().load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "mutual",
        "catching",
        "wrapping",
        "finishing",
        "step",
        "events",
        "stage",
        "between",
        "constructor"
      })
  void stackOverflowBehavesAsInUntracedProgram(String recursion) throws Throwable {
    String unwoven = onSmallStack(() -> around(UNWOVEN, recursion, 0));
    for (int depth = 0; depth < BEGINNINGS; depth++) {
      int beginning = depth;
      SpanLog spans = new SpanLog();
      Spans.install(spans.sdk(Sampler.parentBased(Sampler.alwaysOn())), true);
      try {
        String woven = onSmallStack(() -> around(WOVEN, recursion, beginning));

        assertThat(woven).as("after %d frames", depth).isEqualTo(unwoven);
        assertThat(spans.endedWithParents())
            .filteredOn(span -> AFTERWARDS.matcher(span).matches())
            .containsExactly("around > after", "around", "next");
      } finally {
        Spans.uninstall();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "mutual", "catching", "step", "events", "constructor"})
  void droppedRecursionLeavesNoCurrentSpan(String recursion) throws Throwable {
    String unwoven = onSmallStack(() -> alone(UNWOVEN, recursion, 0));
    try (Traces traces = Traces.record(Sampler.parentBased(Sampler.alwaysOff()), true)) {
      for (int depth = 0; depth < BEGINNINGS; depth++) {
        int beginning = depth;
        assertThat(onSmallStack(() -> alone(WOVEN, recursion, beginning))).isEqualTo(unwoven);
      }
      assertThat(traces.started()).isEmpty();
    }
  }

  private static String around(ClassLoader program, String recursion, int depth) throws Throwable {
    Object outcome = Program.invoke(program, "Deep", "around", recursion, depth);
    assertThat(Context.current()).isSameAs(Context.root());
    Program.invoke(program, "Deep", "next");
    return String.valueOf(outcome);
  }

  private static String alone(ClassLoader program, String recursion, int depth) throws Throwable {
    Object outcome = Program.invoke(program, "Deep", "alone", recursion, depth);
    assertThat(Context.current()).isSameAs(Context.root());
    return String.valueOf(outcome);
  }

  private static String onSmallStack(Outcome.Run run) throws Exception {
    FutureTask<String> task = new FutureTask<>(() -> Outcome.of(run));
    Thread thread = new Thread(null, task, "small", SMALL_STACK);
    thread.start();
    return task.get();
  }
}
