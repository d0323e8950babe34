package io.spanloom.benchmarks.call;

import dev.langchain4j.model.chat.response.ChatResponse;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures an AI call whose response is ready, with a sampled parent. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class AiBenchmark {

  private final Assistant untraced = new Assistant();
  private final Assistant traced = new SpanloomAssistant();
  private Assistant handTraced = untraced;
  private Span parent = Span.getInvalid();
  private Scope parentScope = Scope.noop();

  /** Called by JMH. */
  public AiBenchmark() {}

  /** Installs an SDK and makes a parent span current. */
  @Setup(Level.Iteration)
  public void start() {
    start(new IgnoringProcessor());
  }

  void start(SpanProcessor processor) {
    OpenTelemetry openTelemetry = SpanScenario.SAMPLED.start(processor);
    Tracer tracer = openTelemetry.getTracer("io.spanloom.benchmarks");
    handTraced = new HandTracedAssistant(tracer);
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

  /** Calls the untraced method. */
  @Benchmark
  public ChatResponse none() {
    return untraced.chat();
  }

  /** Calls the method that is traced by hand. */
  @Benchmark
  public ChatResponse byHand() {
    return handTraced.chat();
  }

  /** Calls the method that Spanloom traces. */
  @Benchmark
  public ChatResponse spanloom() {
    return traced.chat();
  }
}
