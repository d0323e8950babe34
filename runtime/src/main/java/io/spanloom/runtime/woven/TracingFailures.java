package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the failures of tracing end: the first of each kind is logged, the program sees none. */
final class TracingFailures {

  private static final Logger LOGGER = Logger.getLogger("io.spanloom");
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  private TracingFailures() {}

  /**
   * Takes note of a failure.
   *
   * @param doing what failed, such as {@code "starting a span"}
   * @param failure what was thrown
   */
  static void swallow(String doing, Throwable failure) {
    if (failure instanceof VirtualMachineError) {
      // At the end of stack or heap, logging could fail while it initialises a class of the JDK and
      // so leave that class unusable for the program.
      return;
    }
    try {
      if (SEEN.add(doing + failure.getClass().getName())) {
        LOGGER.log(
            Level.WARNING,
            "Spanloom: " + doing + " failed; the program is not affected. Said once per kind.",
            failure);
      }
    } catch (Throwable ignored) {
      // Nothing is left to tell it to.
    }
  }

  /**
   * Takes note that the value of an attribute could not be read.
   *
   * @param key the attribute's key
   * @param failure what was thrown
   */
  static void unreadable(AttributeKey<?> key, Throwable failure) {
    try {
      swallow("reading the attribute " + key, failure);
    } catch (Throwable ignored) {
      // There was not even stack or heap left for the words.
    }
  }
}
