package io.spanloom.benchmarks.call;

import io.spanloom.PropagateContext;
import java.util.concurrent.Executor;

/** The same code as {@link Handover.Plain}, woven so that the task carries the current context. */
@PropagateContext
final class PropagatingHandover implements Handover {

  @Override
  public void handOver(Executor executor, Runnable task) {
    executor.execute(task);
  }
}
