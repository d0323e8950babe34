package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/** Hides failures of tracing from the program, and logs the first of each kind. */
final class TracingFailures {

  private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

  private TracingFailures() {}

  /**
   * Logs a failure, unless one of the same kind was logged before.
   *
   * @param action the action that failed, such as {@code "starting a span"}
   * @param failure the exception, or null if it must not be logged
   */
  static void swallow(String action, @Nullable Throwable failure) {
    if (failure instanceof VirtualMachineError) {
      // Without stack or heap, logging could fail in the static initializer of a JDK class, which
      // would then be unusable for the program.
      return;
    }
    try {
      if (LOGGED.add(failure == null ? action : action + failure.getClass().getName())) {
        RuntimeLog.log(
            Level.WARNING,
            "Spanloom: "
                + action
                + " failed. The program is not affected. Further failures of this kind are not logged.",
            failure);
      }
    } catch (Throwable ignored) {
      // There is nowhere else to report it.
    }
  }

  /**
   * Logs a failure without the exception's message, which may quote the content of a message.
   *
   * @param action the action that failed
   * @param failure the exception
   */
  static void swallowWithoutMessage(String action, Throwable failure) {
    try {
      if (failure instanceof VirtualMachineError) {
        return;
      }
      swallow(action + " (" + failure.getClass().getName() + ")", null);
    } catch (Throwable ignored) {
      // There is nowhere else to report it.
    }
  }

  /**
   * Logs that the value of an attribute could not be read.
   *
   * @param key the attribute's key
   * @param failure the exception
   */
  static void unreadable(AttributeKey<?> key, Throwable failure) {
    try {
      swallow("reading the attribute " + key, failure);
    } catch (Throwable ignored) {
      // Building the message failed for lack of stack or heap.
    }
  }
}
