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

/** Runs tests inside a test: those that fail, that follow each other, and that run in parallel. */
final class TestRunsTest {

  private static final String LIKELY =
      """
      Likely causes:
       - The class is not woven. Maven does it with the goals spanloom:weave (classes) and \
      spanloom:test-weave (test classes); an IDE that compiles by itself does not.
       - What the test calls installs an OpenTelemetry of its own (Telemetry.start or \
      Spans.install), which takes the place of the test's.
       - Spans.disable was called, and not taken back.
       - The span was made before @BeforeEach or by GlobalOpenTelemetry.""";

  @Test
  void whereThereIsNoSpanTheLikelyCausesAreTold() {
    assertThat(failures(NoSpan.class))
        .containsExactlyInAnyOrder(
            """
            The spans are not the expected ones (- expected, + found):
            - Orders.place
            """
                + LIKELY,
            """
            No span named 'Orders.place' has ended.
            There are no spans.
            """
                + LIKELY,
            """
            No span named 'Orders.place' has ended.
            There are no spans.
            """
                + LIKELY.replace(
                    "causes:\n",
                    "causes:\n"
                        + " - Tracing is switched off, wholly or in part: the system property"
                        + " spanloom.disabled is 'shop.Orders'.\n"));
  }

  @Test
  void aTestThatLeavesSpansRunningAndCurrentDoesNotReachTheNext() {
    Context caller = Context.root().with(ContextKey.named("of the caller"), "");
    try (Scope scope = caller.makeCurrent()) {
      assertThat(scope).isNotNull();
      assertThat(failures(Untidy.class, Tidy.class)).isEmpty();
      assertThat(Context.current()).isSameAs(caller);
    }
  }

  @Test
  void testsThatRunInParallelTakeTurns() {
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
  void twoTestsAtTheSameTimeAreRefused() {
    assertThat(failures(Around.class))
        .containsExactly(
            "Spans are being recorded for another test in this JVM, and woven code has one"
                + " OpenTelemetry only. Put @RecordSpans on both test classes, or beside a field"
                + " @ResourceLock(RecordedSpans.LOCK), and JUnit runs them one after the other; or"
                + " run them in JVMs of their own.\n"
                + " - this test: "
                + Tidy.class.getName()
                + ", startsAtTheRoot(RecordedSpans)\n"
                + " - the other: "
                + Around.class.getName()
                + ", runsAnother(RecordedSpans)");
  }

  @Test
  void aSecondRegistrationIsRefused() {
    assertThat(failures(Twice.class))
        .containsExactly(
            "The spans of a test are recorded once, but RecordedSpans is registered twice for "
                + Twice.class.getName()
                + ", records().");
    assertThat(failures(Tidy.class)).as("what comes after").isEmpty();
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
