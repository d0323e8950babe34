package io.spanloom.telemetry.sampling;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Limits a rate without waiting and without a lock. After an idle period, one second's worth may be
 * acquired at once.
 *
 * <p>Implements the generic cell rate algorithm (ITU-T I.371): its state is the time at which
 * everything acquired so far would have arrived at an even pace.
 */
final class RateLimit {

  private final LongSupplier nanoTime;
  private final long interval;
  private final long maxAhead;
  private final AtomicLong arrival;

  RateLimit(double perSecond, LongSupplier nanoTime) {
    long second = TimeUnit.SECONDS.toNanos(1);
    this.nanoTime = nanoTime;
    this.interval = (long) (second / perSecond);
    this.maxAhead = Math.max(0, second - interval);
    this.arrival = new AtomicLong(nanoTime.getAsLong());
  }

  boolean tryAcquire() {
    while (true) {
      long before = arrival.get();
      // Read the clock second: another thread's later arrival would look like a clock set back.
      long now = nanoTime.getAsLong();
      long ahead = Math.max(0, before - now);
      if (ahead > maxAhead + interval) {
        ahead = 0; // the clock was set back
      }
      if (ahead > maxAhead) {
        return false;
      }
      if (arrival.compareAndSet(before, now + ahead + interval)) {
        return true;
      }
    }
  }
}
