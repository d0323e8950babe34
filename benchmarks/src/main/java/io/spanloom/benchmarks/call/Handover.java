package io.spanloom.benchmarks.call;

import java.util.concurrent.Executor;

/** Code that hands a task to an executor. */
interface Handover {

  void handOver(Executor executor, Runnable task);

  /** The code as it is written. */
  final class Plain implements Handover {

    @Override
    public void handOver(Executor executor, Runnable task) {
      executor.execute(task);
    }
  }
}
