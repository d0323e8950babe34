package io.spanloom.telemetry.settings;

import io.opentelemetry.sdk.common.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the user is told: each kind of warning once a minute at most. Safe for many threads. */
public final class UserLog {

  private static final long PAUSE = Duration.ofMinutes(1).toNanos();
  private static final Logger LOGGER = Logger.getLogger("io.spanloom.telemetry");

  private final Clock clock;
  private final Map<Object, Long> said = new HashMap<>();

  public UserLog(Clock clock) {
    this.clock = clock;
  }

  public static void inform(String sentence) {
    LOGGER.info(sentence);
  }

  public static void warn(String sentence) {
    // Not a pattern of the logger's: what the user gave may have braces in it.
    LOGGER.log(Level.WARNING, () -> sentence);
  }

  /** Returns whether a warning of this kind may be said now, and takes it as said. */
  public synchronized boolean may(Object kind) {
    long now = clock.nanoTime();
    Long last = said.get(kind);
    if (last != null && now - last < PAUSE) {
      return false;
    }
    said.put(kind, now);
    return true;
  }
}
