package io.spanloom.weaver;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Formats the outcome of a run as its caller sees it: the result, or the exception with messages,
 * causes, suppressed exceptions and stack traces. Indistinguishable runs have equal texts.
 */
final class Outcome {

  private Outcome() {}

  /** A run of the program. */
  @FunctionalInterface
  interface Run {
    Object run() throws Throwable;
  }

  static String of(Run run) {
    try {
      return "returned " + text(run.run());
    } catch (Throwable thrown) {
      return "threw " + text(thrown);
    }
  }

  /** Returns the outcome of a public static method without parameters. */
  static String of(ClassLoader loader, String className, String method) {
    return of(() -> Program.call(loader, className, method));
  }

  private static String text(Object value) {
    if (value instanceof Throwable thrown) {
      return text(thrown, "");
    }
    if (value instanceof Collection<?> elements) {
      return elements.stream().map(Outcome::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Object[] elements) {
      return text(Arrays.asList(elements));
    }
    return value != null && value.getClass().isArray()
        ? Arrays.deepToString(new Object[] {value})
        : String.valueOf(value);
  }

  private static String text(Throwable thrown, String indent) {
    StringBuilder text =
        new StringBuilder(thrown.getClass().getName() + ": " + thrown.getMessage());
    for (StackTraceElement element : thrown.getStackTrace()) {
      if (isHarness(element.getClassName())) {
        break;
      }
      text.append('\n').append(indent).append("\tat ").append(element);
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      text.append('\n')
          .append(indent)
          .append("\tsuppressed ")
          .append(text(suppressed, indent + "\t"));
    }
    if (thrown.getCause() != null) {
      text.append('\n').append(indent).append("caused by ").append(text(thrown.getCause(), indent));
    }
    return text.toString();
  }

  /** Returns whether a frame belongs to reflection, whose frames depend on the number of calls. */
  private static boolean isHarness(String className) {
    return className.startsWith("jdk.internal.reflect.")
        || className.startsWith("java.lang.reflect.");
  }
}
