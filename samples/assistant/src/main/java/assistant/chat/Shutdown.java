package assistant.chat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends threads without losing the answers that they work on. */
public final class Shutdown {

  private static final long LIMIT_SECONDS = 5;

  private Shutdown() {}

  /**
   * Rejects further tasks, and waits a limited time for the tasks that were accepted.
   *
   * @param threads runs the tasks
   */
  public static void await(ExecutorService threads) {
    threads.shutdown();
    try {
      var unused = threads.awaitTermination(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
