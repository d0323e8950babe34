package io.spanloom.telemetry.delivery;

import io.opentelemetry.sdk.testing.time.TestClock;
import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import java.time.Duration;

/** Pauses that take no time but have a clock believe so. */
public final class SkippedPauses implements RetrySchedule {

  private final TestClock clock;
  private final Runnable afterEach;
  private Duration passed = Duration.ZERO;

  public SkippedPauses(TestClock clock) {
    this(clock, Duration.ZERO, () -> {});
  }

  /** Has something happen in the first pause that lasts until then, and in those after it. */
  public SkippedPauses(TestClock clock, Duration then, Runnable happens) {
    this.clock = clock;
    this.afterEach =
        () -> {
          if (passed.compareTo(then) >= 0) {
            happens.run();
          }
        };
  }

  @Override
  public boolean before(int failed, Duration left) {
    Duration pause = Duration.ofMillis((long) ExponentialBackoff.millis(failed));
    if (pause.compareTo(left) >= 0) {
      return false;
    }
    passed = passed.plus(pause);
    clock.advance(pause);
    afterEach.run();
    return true;
  }

  @Override
  public boolean worthwhile(Kind failure) {
    return failure != Kind.REFUSED;
  }
}
