package io.spanloom.telemetry.delivery;

import io.opentelemetry.sdk.testing.time.TestClock;
import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import java.time.Duration;

/** A schedule that advances a test clock instead of waiting. */
final class SimulatedBackoff implements RetrySchedule {

  private final TestClock clock;
  private final Runnable afterDelay;
  private Duration elapsed = Duration.ZERO;

  SimulatedBackoff(TestClock clock) {
    this(clock, Duration.ZERO, () -> {});
  }

  /** Creates a schedule that runs an action after each delay that ends after a given time. */
  SimulatedBackoff(TestClock clock, Duration time, Runnable action) {
    this.clock = clock;
    this.afterDelay =
        () -> {
          if (elapsed.compareTo(time) >= 0) {
            action.run();
          }
        };
  }

  @Override
  public boolean await(int failures, Duration remaining) {
    Duration delay = Duration.ofMillis((long) ExponentialBackoff.delayMillis(failures));
    if (delay.compareTo(remaining) >= 0) {
      return false;
    }
    elapsed = elapsed.plus(delay);
    clock.advance(delay);
    afterDelay.run();
    return true;
  }

  @Override
  public boolean shouldRetry(Kind failure) {
    return failure != Kind.PERMANENT;
  }
}
