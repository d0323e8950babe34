package io.spanloom.telemetry.settings;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Writes the messages for the user of this library to the logger {@code io.spanloom.telemetry}. Not
 * part of the API. Thread-safe.
 */
public final class UserLog {

  private static final String NAME = "io.spanloom.telemetry";
  private static final Logger LOGGER = Logger.getLogger(NAME);

  private UserLog() {}

  /** Logs a message at level INFO. */
  public static void info(String message) {
    log(Level.INFO, message);
  }

  /** Logs a message at level WARNING. */
  public static void warn(String message) {
    log(Level.WARNING, message);
  }

  /** Logs without a source, which would be an internal class and which formatters prefer. */
  private static void log(Level level, String message) {
    if (LOGGER.isLoggable(level)) {
      LogRecord record = new LogRecord(level, message);
      record.setLoggerName(NAME);
      record.setSourceClassName(null);
      record.setSourceMethodName(null);
      LOGGER.log(record);
    }
  }
}
