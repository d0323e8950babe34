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
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
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

/** Measures methods with deferred results and one consumption of each, with a sampled parent. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class DeferredBenchmark {

  private static final int COUNT = 1000;

  /** The way of tracing. */
  public enum Tracing {
    /** None. */
    NONE,
    /** By hand, with the OpenTelemetry API and the library's operators. */
    BY_HAND,
    /** By hand, with OpenTelemetry's library for Reactor, which makes the span current. */
    BY_LIBRARY,
    /** By Spanloom. */
    SPANLOOM
  }

  /** The measured way of tracing. */
  @Param public Tracing tracing = Tracing.NONE;

  private DeferredOrders orders = new DeferredOrders();
  private Span parent = Span.getInvalid();
  private Scope parentScope = Scope.noop();

  /** Called by JMH. */
  public DeferredBenchmark() {}

  /** Installs an SDK and makes a parent span current. */
  @Setup(Level.Iteration)
  public void start() {
    start(new IgnoringProcessor());
  }

  void start(SpanProcessor processor) {
    OpenTelemetry openTelemetry = SpanScenario.SAMPLED.start(processor);
    Tracer tracer = openTelemetry.getTracer("io.spanloom.benchmarks");
    orders =
        switch (tracing) {
          case NONE -> new DeferredOrders();
          case BY_HAND -> new HandTracedDeferredOrders(tracer);
          case BY_LIBRARY -> new LibraryTracedDeferredOrders(tracer);
          case SPANLOOM -> new SpanloomDeferredOrders();
        };
    parent = tracer.spanBuilder("parent").startSpan();
    parentScope = ContextStorage.get().attach(Context.current().with(parent));
  }

  /** Ends the parent span and uninstalls the SDK. */
  @TearDown(Level.Iteration)
  public void stop() {
    parentScope.close();
    parent.end();
    Spans.uninstall();
  }

  /** Calls a method that returns a completed future. */
  @Benchmark
  public Long future() {
    return orders.future().join();
  }

  /** Subscribes to a {@code Mono}. */
  @Benchmark
  public @Nullable Long mono() {
    return orders.mono().block();
  }

  /** Reads a {@code Flux} of 1,000 elements. */
  @Benchmark
  public @Nullable Long flux() {
    return orders.flux(COUNT).blockLast();
  }

  /** Subscribes to a {@code Uni}. */
  @Benchmark
  public Long uni() {
    return orders.uni().await().indefinitely();
  }

  /** Reads a stream of 1,000 elements. */
  @Benchmark
  public long stream() {
    try (LongStream stream = orders.stream(COUNT)) {
      return stream.sum();
    }
  }
}
