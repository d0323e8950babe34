package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** How an exception is written onto a span. */
final class ErrorRecorder {

  /** By name, so that nothing here has to do with reflection. */
  private static final Set<String> REFLECTION =
      Set.of(
          "java.lang.reflect.InvocationTargetException",
          "java.lang.reflect.UndeclaredThrowableException");

  private ErrorRecorder() {}

  /**
   * Sets status and {@code error.type} and records the exception.
   *
   * @param span the span of the call that threw
   * @param error what it threw
   * @param recorded what of it beside its type
   */
  static void record(Span span, Throwable error, SpanSettings.Recorded recorded) {
    span.setStatus(StatusCode.ERROR);
    if (recorded == SpanSettings.Recorded.AGENT_COMPATIBLE) {
      span.recordException(unwrapped(error));
      return;
    }
    span.setAttribute(AttributeKeys.ERROR_TYPE, typeOf(error));
    if (recorded == SpanSettings.Recorded.NOTHING) {
      return;
    }
    if (error instanceof VirtualMachineError) {
      // Each frame of an overflown stack would format a thousand lines, on what stack is left.
      span.addEvent(
          AttributeKeys.EVENT_EXCEPTION,
          Attributes.of(AttributeKeys.EXCEPTION_TYPE, typeOf(error)));
    } else if (recorded == SpanSettings.Recorded.ALL) {
      span.recordException(error);
    } else {
      span.addEvent(
          AttributeKeys.EVENT_EXCEPTION,
          Attributes.of(
              AttributeKeys.EXCEPTION_TYPE, typeOf(error),
              AttributeKeys.EXCEPTION_STACKTRACE, stackTraceWithoutMessages(error)));
    }
  }

  private static Throwable unwrapped(Throwable error) {
    Throwable result = error;
    while (isWrapper(result) && result.getCause() != null) {
      result = result.getCause();
    }
    return result;
  }

  private static boolean isWrapper(Throwable error) {
    return error instanceof CompletionException
        || error instanceof ExecutionException
        || REFLECTION.contains(typeOf(error));
  }

  private static String typeOf(Throwable error) {
    return error.getClass().getName();
  }

  /** The frames that {@code printStackTrace} prints, of causes too, with types but no messages. */
  private static String stackTraceWithoutMessages(Throwable error) {
    StringBuilder text = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (@Nullable Throwable cause = error;
        cause != null && seen.add(cause);
        cause = cause.getCause()) {
      text.append(cause == error ? "" : "Caused by: ").append(typeOf(cause)).append('\n');
      for (StackTraceElement element : cause.getStackTrace()) {
        text.append("\tat ").append(element).append('\n');
      }
    }
    return text.toString();
  }
}
