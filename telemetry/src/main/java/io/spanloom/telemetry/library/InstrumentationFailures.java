package io.spanloom.telemetry.library;

import io.spanloom.telemetry.settings.UserLog;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Logs the failures of library instrumentation, so that none reaches the application. */
public final class InstrumentationFailures {

  private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

  private InstrumentationFailures() {}

  /** Logs a warning. */
  public static void warn(String message) {
    UserLog.warn(message);
  }

  /** Logs a warning, unless the same text was logged before. */
  static void warnOnce(String message) {
    if (LOGGED.add(message)) {
      warn(message);
    }
  }

  /**
   * Logs a failure, unless the same operation has failed with the same exception class before.
   *
   * @param operation the failed operation, such as {@code "Starting a server span"}
   * @param failure the exception
   */
  public static void logOnce(String operation, Throwable failure) {
    if (LOGGED.add(operation + failure.getClass().getName())) {
      warn(
          operation
              + " failed with "
              + describe(failure)
              + "; the program is not affected. Further failures of this kind are not logged.");
    }
  }

  private static String describe(Throwable failure) {
    try {
      return failure.toString();
    } catch (RuntimeException unreadable) {
      return failure.getClass().getName();
    }
  }
}
