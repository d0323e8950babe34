package io.spanloom.telemetry.settings;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes the messages for the user of this library to the logger {@code io.spanloom.telemetry}. Not
 * part of the API. Thread-safe.
 */
public final class UserLog {

  private static final Logger LOGGER = Logger.getLogger("io.spanloom.telemetry");

  private UserLog() {}

  /** Logs a message at level INFO. */
  public static void info(String message) {
    log(Level.INFO, message);
  }

  /** Logs a message at level WARNING. */
  public static void warn(String message) {
    log(Level.WARNING, message);
  }

  private static void log(Level level, String message) {
    // A supplier, because the message may contain braces and is not a pattern.
    LOGGER.log(level, () -> message);
  }
}
