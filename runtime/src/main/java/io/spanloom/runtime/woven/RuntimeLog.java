package io.spanloom.runtime.woven;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes the messages of the runtime to the logger {@code io.spanloom}. Thread-safe. */
final class RuntimeLog {

  private static final String NAME = "io.spanloom";
  private static final Logger LOGGER = Logger.getLogger(NAME);

  private RuntimeLog() {}

  /**
   * Logs without a source, which would be an internal class and which formatters print instead of
   * the logger's name.
   *
   * @param level the level
   * @param message the message
   * @param failure the cause, or null if there is none to print
   */
  static void log(Level level, String message, @Nullable Throwable failure) {
    if (LOGGER.isLoggable(level)) {
      LogRecord record = new LogRecord(level, message);
      record.setLoggerName(NAME);
      record.setSourceClassName(null);
      record.setSourceMethodName(null);
      record.setThrown(failure);
      LOGGER.log(record);
    }
  }
}
