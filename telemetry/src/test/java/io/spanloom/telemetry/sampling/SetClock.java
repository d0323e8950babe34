package io.spanloom.telemetry.sampling;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Time that stands still until it is moved. */
final class SetClock implements LongSupplier {

  /** Close to where the count of nanoseconds overflows. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);

  void move(long milliseconds) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }

  @Override
  public long getAsLong() {
    return nanos.get();
  }
}
