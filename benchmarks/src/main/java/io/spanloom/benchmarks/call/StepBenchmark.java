package io.spanloom.benchmarks.call;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.spanloom.WorkflowStep;
import io.spanloom.runtime.SpanBody;
import io.spanloom.runtime.Spans;
import io.spanloom.runtime.workflow.Workflow;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures a step as a span and as events. Each span around the steps gets fewer events than the
 * SDK's limit, beyond which events would cost nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class StepBenchmark {

  static final int STEPS = 50;

  /** True if the steps belong to a run. */
  @Param({"false", "true"})
  public boolean inRun;

  /** Called by JMH. */
  public StepBenchmark() {}

  /** Records every span, and ignores it when it ends. */
  @Setup(Level.Trial)
  public void start() {
    start(new IgnoringProcessor());
  }

  void start(SpanProcessor processor) {
    SpanScenario.SAMPLED.start(processor);
  }

  /** Uninstalls the SDK. */
  @TearDown(Level.Trial)
  public void stop() {
    Spans.uninstall();
  }

  /**
   * Calls a step that is a span.
   *
   * @return the number of calls
   */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public int span() {
    return around(StepBenchmark::spans);
  }

  /**
   * Calls a step that is a pair of events.
   *
   * @return the number of calls
   */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public int events() {
    return around(StepBenchmark::pairsOfEvents);
  }

  /**
   * Calls a step that adds a pair of events by hand.
   *
   * @return the number of calls
   */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public int eventsByHand() {
    return around(StepBenchmark::pairsOfEventsByHand);
  }

  private int around(SpanBody<Integer, RuntimeException> body) {
    return inRun ? Workflow.run("checkout", "o-4711", body) : Spans.withSpan("checkout", body);
  }

  private static int spans() {
    int sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += charge(i);
    }
    return sum;
  }

  private static int pairsOfEvents() {
    int sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += pack(i);
    }
    return sum;
  }

  private static int pairsOfEventsByHand() {
    int sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += HandTracedStep.pack(i);
    }
    return sum;
  }

  @WorkflowStep(workflow = "checkout")
  static int charge(int i) {
    return i;
  }

  @WorkflowStep(workflow = "checkout", as = WorkflowStep.Form.EVENTS)
  static int pack(int i) {
    return i;
  }
}
