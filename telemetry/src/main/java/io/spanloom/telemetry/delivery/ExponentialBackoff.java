package io.spanloom.telemetry.delivery;

import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Pauses that grow from 1 s to 5 s, a fifth more or less by chance so that not all programs come
 * back at once. The end of the program cuts them short.
 */
public final class ExponentialBackoff implements RetrySchedule {

  private static final double FIRST_MILLIS = 1_000;
  private static final double GROWTH = 1.5;
  private static final double LONGEST_MILLIS = 5_000;
  private static final long AT_THE_END_MILLIS = 100;

  private final CountDownLatch end = new CountDownLatch(1);
  private final boolean again;

  /**
   * Starts with the shortest.
   *
   * @param again whether anything is to be sent again
   */
  public ExponentialBackoff(boolean again) {
    this.again = again;
  }

  /** Has all pauses from now on be short ones. */
  public void end() {
    end.countDown();
  }

  private boolean ending() {
    return end.getCount() == 0;
  }

  @Override
  public boolean worthwhile(Kind failure) {
    return switch (failure) {
      case ABSENT -> again && !ending();
      case PASSING, BROKEN -> again;
      case REFUSED -> false;
    };
  }

  @Override
  public boolean before(int failed, Duration left) {
    long millis = (long) (millis(failed) * ThreadLocalRandom.current().nextDouble(0.8, 1.2));
    if (millis >= left.toMillis()) {
      return false;
    }
    try {
      if (ending()) {
        TimeUnit.MILLISECONDS.sleep(AT_THE_END_MILLIS);
      } else {
        end.await(millis, TimeUnit.MILLISECONDS);
      }
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Returns the pause after so many failures, before chance has its say. */
  static double millis(int failed) {
    return Math.min(FIRST_MILLIS * Math.pow(GROWTH, failed - 1), LONGEST_MILLIS);
  }
}
