package io.spanloom.telemetry.delivery;

import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A schedule of delays that grow from 1 s to 5 s, with 20 % jitter so that programs do not retry in
 * step. Shutdown cuts the delays short.
 */
final class ExponentialBackoff implements RetrySchedule {

  private static final double FIRST_MILLIS = 1_000;
  private static final double GROWTH = 1.5;
  private static final double MAX_MILLIS = 5_000;
  private static final long SHUTDOWN_MILLIS = 100;

  private final CountDownLatch shutdown = new CountDownLatch(1);
  private final boolean enabled;

  /**
   * Creates a schedule.
   *
   * @param enabled whether batches are exported again at all
   */
  ExponentialBackoff(boolean enabled) {
    this.enabled = enabled;
  }

  /** Cuts the current and all further delays short. */
  void beginShutdown() {
    shutdown.countDown();
  }

  private boolean isShuttingDown() {
    return shutdown.getCount() == 0;
  }

  @Override
  public boolean shouldRetry(Kind failure) {
    return switch (failure) {
      case UNREACHABLE -> enabled && !isShuttingDown();
      case TRANSIENT, DISCONNECTED -> enabled;
      case PERMANENT -> false;
    };
  }

  @Override
  public boolean await(int failures, Duration remaining) {
    long millis = (long) (delayMillis(failures) * ThreadLocalRandom.current().nextDouble(0.8, 1.2));
    if (millis >= remaining.toMillis()) {
      return false;
    }
    try {
      if (isShuttingDown()) {
        TimeUnit.MILLISECONDS.sleep(SHUTDOWN_MILLIS);
      } else {
        shutdown.await(millis, TimeUnit.MILLISECONDS);
      }
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Returns the delay after a number of failures, without jitter. */
  static double delayMillis(int failures) {
    return Math.min(FIRST_MILLIS * Math.pow(GROWTH, failures - 1), MAX_MILLIS);
  }
}
