package io.spanloom.telemetry.sampling;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets through so many in a second, without waiting and without a lock. What a quiet time has left
 * may be taken at once, but never more than one second's worth.
 *
 * <p>The one number kept is when all that was let through would have come at an even pace (the
 * generic cell rate algorithm, ITU-T I.371).
 */
final class RateLimit {

  private final LongSupplier nanoTime;
  private final long interval;
  private final long farthestAhead;
  private final AtomicLong paid;

  RateLimit(double perSecond, LongSupplier nanoTime) {
    long second = TimeUnit.SECONDS.toNanos(1);
    this.nanoTime = nanoTime;
    this.interval = (long) (second / perSecond);
    this.farthestAhead = Math.max(0, second - interval);
    this.paid = new AtomicLong(nanoTime.getAsLong());
  }

  boolean letsThrough() {
    while (true) {
      long before = paid.get();
      long now = nanoTime.getAsLong(); // after the read, or another thread's pay could seem too far
      long ahead = Math.max(0, before - now);
      if (ahead > farthestAhead + interval) {
        ahead = 0; // The clock was set back.
      }
      if (ahead > farthestAhead) {
        return false;
      }
      if (paid.compareAndSet(before, now + ahead + interval)) {
        return true;
      }
    }
  }
}
