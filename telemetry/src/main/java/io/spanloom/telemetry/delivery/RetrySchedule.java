package io.spanloom.telemetry.delivery;

import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import java.time.Duration;

/** The pauses between the attempts to send a batch. */
public interface RetrySchedule {

  /**
   * Waits before a further attempt.
   *
   * @param failed how many attempts failed
   * @param left how long the batch may still be sent again
   * @return whether there is to be a further attempt
   */
  boolean before(int failed, Duration left);

  /** Returns whether a batch is to be sent again after such a failure. */
  boolean worthwhile(Kind failure);
}
