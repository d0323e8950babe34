package io.spanloom.telemetry.delivery;

import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import java.time.Duration;

/** Decides when a batch is exported again after a failure. */
interface RetrySchedule {

  /** Returns whether a batch is exported again after a failure of this kind. */
  boolean shouldRetry(Kind failure);

  /**
   * Waits before the next attempt.
   *
   * @param failures the number of attempts that failed
   * @param remaining the rest of the batch's time limit
   * @return whether to make another attempt
   */
  boolean await(int failures, Duration remaining);
}
