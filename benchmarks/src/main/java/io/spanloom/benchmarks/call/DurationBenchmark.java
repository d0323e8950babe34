package io.spanloom.benchmarks.call;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.spanloom.runtime.CallDurations;
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

/** Measures one call of the method whose durations are recorded as a metric, in each scenario. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 30, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class DurationBenchmark {

  /** Scenario of the measured calls. */
  @Param({"NOTHING_REGISTERED", "DROPPED_SAMPLER_FOLLOWS_PARENT", "SAMPLED"})
  public SpanScenario scenario = SpanScenario.SAMPLED;

  private final String orderId = "o-4711";
  private final Orders traced = new SpanloomOrders();
  private Orders measuredByHand = new UntracedOrders();
  private OpenTelemetrySdk metrics = OpenTelemetrySdk.builder().build();
  private Span parent = Span.getInvalid();
  private Scope parentScope = Scope.noop();

  /** Called by JMH. */
  public DurationBenchmark() {}

  /** Sets up the scenario and makes a parent span current. */
  @Setup(Level.Iteration)
  public void start() {
    start(new IgnoringProcessor(), new IgnoringReader());
  }

  void start(SpanProcessor processor, MetricReader reader) {
    OpenTelemetry openTelemetry = scenario.start(processor);
    metrics =
        OpenTelemetrySdk.builder()
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
            .build();
    CallDurations.install(metrics);
    Tracer tracer = openTelemetry.getTracer("io.spanloom.benchmarks");
    measuredByHand = new HandMeasuredOrders(tracer, metrics.getMeter("io.spanloom.benchmarks"));
    parent = tracer.spanBuilder("parent").startSpan();
    parentScope = ContextStorage.get().attach(Context.current().with(parent));
  }

  /** Ends the parent span and uninstalls the scenario. */
  @TearDown(Level.Iteration)
  public void stop() {
    parentScope.close();
    parent.end();
    CallDurations.uninstall();
    metrics.close();
    Spans.uninstall();
  }

  /** Calls the method traced and measured with the OpenTelemetry API. */
  @Benchmark
  public int byHand() {
    return measuredByHand.place(orderId);
  }

  /** Calls the method traced and measured by Spanloom. */
  @Benchmark
  public int spanloom() {
    return traced.place(orderId);
  }
}
