package io.spanloom.telemetry.logs;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Renders stack traces as {@link Throwable#printStackTrace()} does. */
final class StackTraces {

  private StackTraces() {}

  /**
   * Returns a stack trace.
   *
   * @param thrown the exception
   * @return the lines of its stack trace, or only its type if its message cannot be read
   */
  static String of(Throwable thrown) {
    StringWriter text = new StringWriter();
    try {
      thrown.printStackTrace(new PrintWriter(text));
    } catch (RuntimeException unreadable) {
      return thrown.getClass().getName();
    }
    return text.toString();
  }
}
