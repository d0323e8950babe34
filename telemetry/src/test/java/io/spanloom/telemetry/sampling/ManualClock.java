package io.spanloom.telemetry.sampling;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that advances only when a test advances it. */
final class ManualClock implements LongSupplier {

  /** Starts close to the overflow of nanoseconds. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);

  void advance(long milliseconds) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }

  @Override
  public long getAsLong() {
    return nanos.get();
  }
}
