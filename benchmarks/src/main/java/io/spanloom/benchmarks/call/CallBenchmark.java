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

/** One call of the method, in each fate of its span. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 30, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class CallBenchmark {

  /** What becomes of the span. */
  @Param public SpanScenario fate = SpanScenario.SAMPLED;

  private final String orderId = "o-4711";
  private final Orders untraced = new UntracedOrders();
  private final Orders traced = new SpanloomOrders();
  private Orders tracedByHand = untraced;
  private Span parent = Span.getInvalid();
  private Scope aroundCalls = Scope.noop();

  /** Made by JMH. */
  public CallBenchmark() {}

  /** Puts the thread inside a parent span, where the fate has one. */
  @Setup(Level.Iteration)
  public void start() {
    start(new IgnoringProcessor());
  }

  void start(SpanProcessor processor) {
    OpenTelemetry openTelemetry = fate.start(processor);
    if (fate == SpanScenario.DROPPED_SITE_HAD_SPANS) {
      traced.place(orderId);
    }
    Tracer tracer = openTelemetry.getTracer("io.spanloom.benchmarks");
    tracedByHand = new HandTracedOrders(tracer);
    parent = tracer.spanBuilder("parent").startSpan();
    aroundCalls = ContextStorage.get().attach(Context.current().with(parent));
  }

  /** Takes the thread out of it again. */
  @TearDown(Level.Iteration)
  public void stop() {
    aroundCalls.close();
    parent.end();
    Spans.uninstall();
    Spans.enable();
  }

  /** The method without tracing. */
  @Benchmark
  public int untraced() {
    return untraced.place(orderId);
  }

  /** Finding the current span, which nothing can do without that asks what became of it. */
  @Benchmark
  public Span currentSpan() {
    return Span.current();
  }

  /** The method traced with the OpenTelemetry API. */
  @Benchmark
  public int byHand() {
    return tracedByHand.place(orderId);
  }

  /** The method traced by Spanloom. */
  @Benchmark
  public int spanloom() {
    return traced.place(orderId);
  }
}
