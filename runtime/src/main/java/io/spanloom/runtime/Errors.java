package io.spanloom.runtime;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an exception is written onto a span. */
final class Errors {

  private Errors() {}

  /**
   * Sets status and {@code error.type} and records the exception.
   *
   * @param span the span of the call that threw
   * @param error what it threw
   * @param recorded what of it beside its type
   */
  static void record(Span span, Throwable error, SpanSettings.Recorded recorded) {
    span.setStatus(StatusCode.ERROR);
    span.setAttribute(Keys.ERROR_TYPE, typeOf(error));
    if (recorded == SpanSettings.Recorded.NOTHING) {
      return;
    }
    if (error instanceof VirtualMachineError) {
      // Each frame of an overflown stack would format a thousand lines, on what stack is left.
      span.addEvent(Keys.EVENT_EXCEPTION, Attributes.of(Keys.EXCEPTION_TYPE, typeOf(error)));
    } else if (recorded == SpanSettings.Recorded.ALL) {
      span.recordException(error);
    } else {
      span.addEvent(
          Keys.EVENT_EXCEPTION,
          Attributes.of(
              Keys.EXCEPTION_TYPE, typeOf(error),
              Keys.EXCEPTION_STACKTRACE, stackTraceWithoutMessages(error)));
    }
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
