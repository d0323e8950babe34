package io.spanloom.benchmarks.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures handing a task to a pool of one thread, until the task has run. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 30, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class PropagationBenchmark {

  private static final ContextKey<String> KEY = ContextKey.named("key");

  /** Selects the measured call. */
  @Param({"PLAIN", "PROPAGATING"})
  public String call = "PLAIN";

  /** Makes a context current in the calling thread. */
  @Param({"false", "true"})
  public boolean context;

  private final Semaphore done = new Semaphore(0);
  private final Runnable task = done::release;
  private final Executor direct = Runnable::run;
  private final ExecutorService pool = Executors.newSingleThreadExecutor();
  private Handover handover = new Handover.Plain();
  private Scope scope = Scope.noop();

  /** Called by JMH. */
  public PropagationBenchmark() {}

  /** Selects the call and makes the context current. */
  @Setup
  public void start() {
    handover = call.equals("PLAIN") ? new Handover.Plain() : new PropagatingHandover();
    if (context) {
      scope = ContextStorage.get().attach(Context.root().with(KEY, "value"));
    }
  }

  /** Stops the pool. */
  @TearDown
  public void stop() {
    scope.close();
    pool.shutdown();
  }

  /** Runs the task in the calling thread, which shows the cost of the wrapping alone. */
  @Benchmark
  public void direct() {
    handover.handOver(direct, task);
    done.acquireUninterruptibly();
  }

  /** Runs the task in the thread of the pool. */
  @Benchmark
  public void pooled() {
    handover.handOver(pool, task);
    done.acquireUninterruptibly();
  }
}
