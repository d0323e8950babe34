package io.spanloom.telemetry.delivery;

import io.opentelemetry.sdk.common.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Limits each kind of warning to one per minute. Thread-safe. */
final class LogThrottle {

  private static final long INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();

  private final Clock clock;
  private final Map<String, Long> lastLogged = new HashMap<>();

  LogThrottle(Clock clock) {
    this.clock = clock;
  }

  /** Returns whether a warning of this kind may be logged now; if so, the next minute begins. */
  synchronized boolean tryAcquire(String kind) {
    long now = clock.nanoTime();
    Long last = lastLogged.get(kind);
    if (last != null && now - last < INTERVAL_NANOS) {
      return false;
    }
    lastLogged.put(kind, now);
    return true;
  }
}
