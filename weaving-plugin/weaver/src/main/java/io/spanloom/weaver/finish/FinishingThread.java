package io.spanloom.weaver.finish;

import io.spanloom.weaver.WeaveException;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A second thread that finishes woven classes while AspectJ weaves the next ones. It processes them
 * in order, so that results and failures do not depend on timing.
 */
public final class FinishingThread implements AutoCloseable {

  /** The number of classes that may wait; more would only use memory. */
  private static final int QUEUE_CAPACITY = 32;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread result = new Thread(work, "spanloom-weaver");
            result.setDaemon(true);
            return result;
          });
  private final Semaphore freeSlots = new Semaphore(QUEUE_CAPACITY);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /** The work on one class. */
  @FunctionalInterface
  public interface Work {
    /** Does the work. */
    void run() throws WeaveException, IOException;
  }

  /**
   * Queues work; it is skipped if earlier work failed. Blocks while the queue is full.
   *
   * @throws WeaveException if earlier work threw it
   * @throws IOException if earlier work threw it
   */
  public void execute(Work work) throws WeaveException, IOException {
    freeSlots.acquireUninterruptibly();
    thread.execute(
        () -> {
          try {
            if (failure.get() == null) {
              work.run();
            }
          } catch (Throwable thrown) {
            failure.set(thrown);
          } finally {
            freeSlots.release();
          }
        });
    rethrow();
  }

  /**
   * Waits until all work is done.
   *
   * @throws WeaveException if work threw it
   * @throws IOException if work threw it
   */
  public void finish() throws WeaveException, IOException {
    awaitQueuedWork();
    rethrow();
  }

  private void awaitQueuedWork() {
    freeSlots.acquireUninterruptibly(QUEUE_CAPACITY);
    freeSlots.release(QUEUE_CAPACITY);
  }

  private void rethrow() throws WeaveException, IOException {
    Throwable thrown = failure.get();
    if (thrown instanceof WeaveException problem) {
      throw problem;
    }
    if (thrown instanceof IOException problem) {
      throw problem;
    }
    if (thrown instanceof RuntimeException fault) {
      throw fault;
    }
    if (thrown instanceof Error fault) {
      throw fault;
    }
  }

  /** Waits until all work is done and stops the thread. */
  @Override
  public void close() {
    awaitQueuedWork();
    thread.shutdown();
  }
}
