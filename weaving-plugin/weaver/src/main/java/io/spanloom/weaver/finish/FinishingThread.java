package io.spanloom.weaver.finish;

import io.spanloom.weaver.WeaveException;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A second thread, which does what is left to do with a woven class while AspectJ weaves the next
 * ones. It takes one after the other, so that what comes of it does not depend on who is faster.
 */
public final class FinishingThread implements AutoCloseable {

  /** So many classes may wait; more would only take memory. */
  private static final int WAITING = 32;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread result = new Thread(work, "spanloom-weaver");
            result.setDaemon(true);
            return result;
          });
  private final Semaphore room = new Semaphore(WAITING);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /** What is done with a class. */
  @FunctionalInterface
  public interface Work {
    void run() throws WeaveException, IOException;
  }

  /**
   * Has work done, after all that was handed over before and if none of that has failed. Waits as
   * long as too much is waiting.
   *
   * @throws WeaveException if earlier work failed, as by {@link #finish}
   */
  public void execute(Work work) throws WeaveException, IOException {
    room.acquireUninterruptibly();
    thread.execute(
        () -> {
          try {
            if (failure.get() == null) {
              work.run();
            }
          } catch (Throwable thrown) {
            failure.set(thrown);
          } finally {
            room.release();
          }
        });
    rethrow();
  }

  /** Waits until all is done, and fails with what the first work that failed has thrown. */
  public void finish() throws WeaveException, IOException {
    await();
    rethrow();
  }

  private void await() {
    room.acquireUninterruptibly(WAITING);
    room.release(WAITING);
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

  /** Waits until all is done and ends the thread. */
  @Override
  public void close() {
    await();
    thread.shutdown();
  }
}
