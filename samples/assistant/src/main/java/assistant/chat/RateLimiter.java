package assistant.chat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Limits the messages of each user, with one token bucket per user. Thread-safe. */
public final class RateLimiter {

  private static final int MAX_USERS = 10_000;

  private final int perMinute;
  private final LongSupplier nanoClock;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * Creates a limiter.
   *
   * @param perMinute how many messages a user may send per minute, and at once
   * @param nanoClock the current time in nanoseconds, such as {@code System::nanoTime}
   */
  public RateLimiter(int perMinute, LongSupplier nanoClock) {
    this.perMinute = perMinute;
    this.nanoClock = nanoClock;
  }

  /**
   * Counts a message.
   *
   * @param user the sender
   * @return whether the user may send the message now
   */
  public boolean tryAcquire(String user) {
    if (buckets.size() > MAX_USERS) {
      buckets.values().removeIf(bucket -> bucket.refilled(nanoClock.getAsLong()) >= perMinute);
    }
    boolean[] acquired = new boolean[1];
    buckets.compute(
        user,
        (name, bucket) -> {
          long now = nanoClock.getAsLong();
          double tokens = bucket == null ? perMinute : bucket.refilled(now);
          acquired[0] = tokens >= 1;
          return new Bucket(perMinute, acquired[0] ? tokens - 1 : tokens, now);
        });
    return acquired[0];
  }

  private record Bucket(int perMinute, double tokens, long time) {

    double refilled(long now) {
      double added = (double) (now - time) / TimeUnit.MINUTES.toNanos(1) * perMinute;
      return Math.min(perMinute, tokens + added);
    }
  }
}
