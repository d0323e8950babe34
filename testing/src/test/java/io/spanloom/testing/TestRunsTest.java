package io.spanloom.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.spanloom.runtime.Spans;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs failing, consecutive and parallel tests inside a test. */
final class TestRunsTest {

  private static final String LIKELY_CAUSES =
      """
      Likely causes:
       - The class is not woven. Compile it with the annotation processor, or run the Maven goals \
      spanloom:weave (classes) and spanloom:test-weave (test classes).
       - The tested code installs another OpenTelemetry (Telemetry.start or Spans.install), which \
      replaces the test's.
       - Spans.disable was called without a later Spans.enable.
       - The span started before @BeforeEach or was created through GlobalOpenTelemetry.""";

  @Test
  void listsLikelyCausesIfSpanIsMissing() {
    assertThat(failures(NoSpan.class))
        .containsExactlyInAnyOrder(
            """
            The spans differ from the expected tree (- expected, + actual):
            - Orders.place
            """
                + LIKELY_CAUSES,
            """
            No span named 'Orders.place' ended.
            No spans were recorded.
            """
                + LIKELY_CAUSES,
            """
            No span named 'Orders.place' ended.
            No spans were recorded.
            """
                + LIKELY_CAUSES.replace(
                    "causes:\n",
                    "causes:\n"
                        + " - Tracing is disabled, for some or all classes: the system property"
                        + " spanloom.disabled is 'shop.Orders'.\n"));
  }

  @Test
  void unfinishedSpansDoNotAffectNextTest() {
    Context caller = Context.root().with(ContextKey.named("caller"), "");
    try (Scope scope = caller.makeCurrent()) {
      assertThat(scope).isNotNull();
      assertThat(failures(Untidy.class, Tidy.class)).isEmpty();
      assertThat(Context.current()).isSameAs(caller);
    }
  }

  @Test
  void runsParallelTestsOneAfterAnother() {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
            .selectors(selectClass(ParallelOne.class), selectClass(ParallelTwo.class))
            .execute();

    assertThat(messages(results)).isEmpty();
    results.testEvents().assertStatistics(tests -> tests.succeeded(40));
  }

  @Test
  void rejectsTwoTestsAtSameTime() {
    assertThat(failures(Around.class))
        .containsExactly(
            "Another test in this JVM is recording spans, and woven code uses one OpenTelemetry per"
                + " JVM. Annotate both test classes with @RecordSpans, or with"
                + " @ResourceLock(RecordedSpans.LOCK) if they use a field, so that JUnit runs them"
                + " one after another; or run them in separate JVMs.\n"
                + " - this test: "
                + Tidy.class.getName()
                + ", startsAtTheRoot(RecordedSpans)\n"
                + " - other test: "
                + Around.class.getName()
                + ", runsAnother(RecordedSpans)");
  }

  @Test
  void rejectsSecondRegistration() {
    assertThat(failures(Twice.class))
        .containsExactly(
            "RecordedSpans is registered twice for "
                + Twice.class.getName()
                + ", records(). Remove one of the registrations.");
    assertThat(failures(Tidy.class)).as("failures of the next test").isEmpty();
  }

  private static List<String> failures(Class<?>... tests) {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(
                Arrays.stream(tests)
                    .map(test -> selectClass(test))
                    .toArray(DiscoverySelector[]::new))
            .execute();
    assertThat(results.testEvents().started().count()).isPositive();
    return messages(results);
  }

  private static List<String> messages(EngineExecutionResults results) {
    return results
        .allEvents()
        .failed()
        .map(Event::getPayload)
        .map(payload -> (TestExecutionResult) payload.orElseThrow())
        .map(result -> result.getThrowable().orElseThrow().getMessage())
        .toList();
  }

  @RecordSpans
  static final class NoSpan {

    @Test
    void asTree(RecordedSpans spans) {
      spans.assertTree("Orders.place");
    }

    @Test
    void asSpan(RecordedSpans spans) {
      spans.only("Orders.place");
    }

    @Test
    void switchedOff(RecordedSpans spans) {
      System.setProperty("spanloom.disabled", "shop.Orders");
      try {
        spans.only("Orders.place");
      } finally {
        System.clearProperty("spanloom.disabled");
      }
    }
  }

  @RecordSpans
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static final class Untidy {

    static final CompletableFuture<String> PENDING = new CompletableFuture<>();

    @Test
    @Order(1)
    void leavesSpans(RecordedSpans spans) {
      Spans.withSpan("pending", () -> PENDING);
      Span left = spans.openTelemetry().getTracer("test").spanBuilder("left").startSpan();
      ContextStorage.get().attach(Context.current().with(left));
      spans.assertTree("pending NOT ENDED\nleft NOT ENDED");
    }

    @Test
    @Order(2)
    void endsThemLater(RecordedSpans spans) {
      PENDING.complete("done");
      Spans.withSpan("mine", () -> {});
      spans.awaitAll();
      spans.assertTree("mine");
    }
  }

  static final class Tidy {

    @RegisterExtension final RecordedSpans recorded = RecordedSpans.create();

    @Test
    void startsAtTheRoot(RecordedSpans spans) {
      assertThat(spans).isSameAs(recorded);
      assertThat(Context.current()).isSameAs(Context.root());
      Spans.withSpan("mine", () -> {});
      spans.assertTree("mine");
    }
  }

  static class Parallel {

    static final AtomicInteger AT_ONCE = new AtomicInteger();

    @RepeatedTest(20)
    void alone(RecordedSpans spans) {
      assertThat(AT_ONCE.incrementAndGet()).isEqualTo(1);
      Spans.withSpan("mine", () -> {});
      spans.assertTree("mine");
      AT_ONCE.decrementAndGet();
    }
  }

  @RecordSpans
  @Execution(ExecutionMode.CONCURRENT)
  static final class ParallelOne extends Parallel {}

  @RecordSpans
  @Execution(ExecutionMode.CONCURRENT)
  static final class ParallelTwo extends Parallel {}

  @RecordSpans
  static final class Around {

    @Test
    void runsAnother(RecordedSpans spans) {
      List<String> failures = failures(Tidy.class);
      Spans.withSpan("still recorded", () -> {});
      spans.assertTree("still recorded");
      throw new AssertionError(failures.get(0));
    }
  }

  @RecordSpans
  static final class Twice {

    @RegisterExtension static final RecordedSpans SPANS = RecordedSpans.create();

    @Test
    void records() {}
  }
}
