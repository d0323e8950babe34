package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.Spans;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SDK is replaced or removed while calls run. */
@Tag("slow")
@ExtendWith(SuppressedLogs.class)
final class SwitchedTracerTest {

  private static final Program PROGRAM =
      Program.compile(
          """
          import io.spanloom.*;
          import java.util.*;
          import java.util.concurrent.*;
          import java.util.function.*;
          public class Switched {
            static final List<CompletableFuture<String>> STAGES = new ArrayList<>();
            static int inside(Consumer<String> at, int n, IntUnaryOperator inner) {
              at.accept("before");
              try { return inner.applyAsInt(n - 1) + 1; } finally { at.accept("after"); }
            }
            @Traced("call") static int same(Consumer<String> at, int n) {
              return n == 0 ? 0 : inside(at, n, m -> same(at, m));
            }
            @Traced("call") static int throwing(Consumer<String> at, int n) {
              if (n == 0) { throw new IllegalStateException("at the end"); }
              return inside(at, n, m -> throwing(at, m));
            }
            @Traced("call") static int even(Consumer<String> at, int n) {
              return n == 0 ? 0 : inside(at, n, m -> odd(at, m));
            }
            @WorkflowStep("call") static int odd(Consumer<String> at, int n) {
              return n == 0 ? 0 : inside(at, n, m -> even(at, m));
            }
            @Traced("call") static int steps(Consumer<String> at, int n) {
              return n == 0 ? 0 : events(at, n);
            }
            @WorkflowStep(value = "step", as = WorkflowStep.Form.EVENTS) static int events(Consumer<String> at, int n) {
              return inside(at, n, m -> steps(at, m));
            }
            @Traced("call") static CompletableFuture<String> stage(Consumer<String> at, int n) {
              if (n > 0) { inside(at, n, m -> { stage(at, m); return m; }); }
              CompletableFuture<String> stage = new CompletableFuture<>();
              STAGES.add(stage);
              return stage;
            }
            static Object begin(String name, Consumer<String> at, int n) {
              switch (name) {
                case "same": return same(at, n);
                case "throwing": return throwing(at, n);
                case "even": return even(at, n);
                case "steps": return steps(at, n);
                default:
                  stage(at, n);
                  List<CompletableFuture<String>> stages = List.copyOf(STAGES);
                  STAGES.clear();
                  stages.forEach(s -> s.complete("done"));
                  return stages.stream().map(CompletableFuture::join).toList();
              }
            }
          }
          """);

  private static final ClassLoader UNWOVEN = PROGRAM.load();
  private static final ClassLoader WOVEN = PROGRAM.weave().load();
  private static final int DEPTH = 3;

  private final SpanLog first = new SpanLog();
  private final SpanLog second = new SpanLog();
  private final OpenTelemetrySdk firstSdk = first.sdk(Sampler.parentBased(Sampler.alwaysOn()));
  private final OpenTelemetrySdk secondSdk = second.sdk(Sampler.parentBased(Sampler.alwaysOn()));

  @AfterEach
  void uninstall() {
    assertThat(Context.current()).isSameAs(Context.root());
    Spans.uninstall();
  }

  /** Tries all combinations of two SDKs and none before and after each inner call. */
  @ParameterizedTest
  @ValueSource(strings = {"same", "throwing", "even", "steps", "stage"})
  void endsEachSpanOnceOnItsSdk(String recursion) {
    String unwoven = run(UNWOVEN, recursion, point -> {});
    int plans = (int) Math.pow(3, 1 + 2 * DEPTH);
    for (int plan = 0; plan < plans; plan++) {
      Switching switching = new Switching(plan);
      switching.accept("before");

      assertThat(run(WOVEN, recursion, switching)).as("plan %d", plan).isEqualTo(unwoven);
      assertThat(Context.current()).as("plan %d", plan).isSameAs(Context.root());
      assertThat(List.of(first.started().size(), second.started().size()))
          .as("plan %d", plan)
          .isEqualTo(List.of(switching.begun[0], switching.begun[1]));
      assertThat(first.drainEndCounts()).as("plan %d", plan).allMatch(ends -> ends == 1);
      assertThat(second.drainEndCounts()).as("plan %d", plan).allMatch(ends -> ends == 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"same", "throwing", "even", "steps", "stage"})
  void toleratesSdkClosedDuringCall(String recursion) {
    String unwoven = run(UNWOVEN, recursion, point -> {});
    for (int closeAt = 0; closeAt < 2 * DEPTH; closeAt++) {
      OpenTelemetrySdk sdk = new SpanLog().sdk(Sampler.alwaysOn());
      Spans.install(sdk, true);
      AtomicInteger until = new AtomicInteger(closeAt);

      String woven =
          run(
              WOVEN,
              recursion,
              point -> {
                if (until.getAndDecrement() == 0) {
                  sdk.close();
                }
              });

      assertThat(woven).isEqualTo(unwoven);
      assertThat(Context.current()).isSameAs(Context.root());
      Spans.install(firstSdk, true);
      run(WOVEN, recursion, point -> {});
      assertThat(first.started()).hasSize(DEPTH + 1);
      assertThat(first.drainEndCounts()).allMatch(ends -> ends == 1);
    }
  }

  private static String run(ClassLoader program, String recursion, Consumer<String> at) {
    return Outcome.of(() -> Program.invoke(program, "Switched", "begin", recursion, at, DEPTH));
  }

  /** Installs the first SDK, the second or none, according to the digits of a number. */
  private final class Switching implements Consumer<String> {

    /** The number of calls that begin with each SDK. */
    final int[] begun = new int[3];

    private int plan;

    Switching(int plan) {
      this.plan = plan;
    }

    @Override
    public void accept(String point) {
      int next = plan % 3;
      plan /= 3;
      if (next == 2) {
        Spans.uninstall();
      } else {
        Spans.install(next == 0 ? firstSdk : secondSdk, true);
      }
      if (point.equals("before")) {
        begun[next]++;
      }
    }
  }
}
