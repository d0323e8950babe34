package io.spanloom.telemetry.logs;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What {@link Throwable#printStackTrace()} prints. */
final class StackTraces {

  private StackTraces() {}

  /**
   * Returns the lines of a stack trace.
   *
   * @param thrown what was thrown
   * @return its lines, or its type alone where its own message cannot be read
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
