package io.spanloom.benchmarks.call;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.spanloom.runtime.Spans;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures one call of the method in each scenario. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 30, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class CallBenchmark {

  /** Scenario of the measured calls. */
  @Param public SpanScenario scenario = SpanScenario.SAMPLED;

  private final String orderId = "o-4711";
  private final Orders untraced = new UntracedOrders();
  private final Orders traced = new SpanloomOrders();
  private Orders tracedByHand = untraced;
  private Span parent = Span.getInvalid();
  private Scope parentScope = Scope.noop();

  /** Called by JMH. */
  public CallBenchmark() {}

  /** Sets up the scenario and makes a parent span current. */
  @Setup(Level.Iteration)
  public void start() {
    start(new IgnoringProcessor());
  }

  void start(SpanProcessor processor) {
    OpenTelemetry openTelemetry = scenario.start(processor);
    if (scenario == SpanScenario.DROPPED_SITE_HAD_SPANS) {
      traced.place(orderId);
    }
    Tracer tracer = openTelemetry.getTracer("io.spanloom.benchmarks");
    tracedByHand = new HandTracedOrders(tracer);
    parent = tracer.spanBuilder("parent").startSpan();
    parentScope = ContextStorage.get().attach(Context.current().with(parent));
  }

  /** Ends the parent span and uninstalls the scenario. */
  @TearDown(Level.Iteration)
  public void stop() {
    parentScope.close();
    parent.end();
    Spans.uninstall();
    Spans.enable();
  }

  /** Calls the method without tracing. */
  @Benchmark
  public int untraced() {
    return untraced.place(orderId);
  }

  /** Reads the current span, which is the minimum for any code that depends on the parent. */
  @Benchmark
  public Span currentSpan() {
    return Span.current();
  }

  /** Calls the method traced with the OpenTelemetry API. */
  @Benchmark
  public int byHand() {
    return tracedByHand.place(orderId);
  }

  /** Calls the method traced by Spanloom. */
  @Benchmark
  public int spanloom() {
    return traced.place(orderId);
  }
}
