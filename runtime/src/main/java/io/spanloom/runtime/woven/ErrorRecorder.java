package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.spanloom.runtime.woven.SpanSettings.ExceptionDetail;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Records exceptions on spans. */
final class ErrorRecorder {

  /** Compared by name, so that the runtime does not depend on reflection. */
  private static final Set<String> REFLECTIVE_WRAPPERS =
      Set.of(
          "java.lang.reflect.InvocationTargetException",
          "java.lang.reflect.UndeclaredThrowableException");

  private ErrorRecorder() {}

  /**
   * Sets the status and {@code error.type} of a recording span, and records the exception, unless
   * the exception is expected. Never throws.
   *
   * @param span the span of the call that threw
   * @param error the exception
   * @param settings the settings of the span
   */
  static void record(Span span, Throwable error, SpanSettings settings) {
    try {
      if (span.isRecording() && !settings.isExpected(error)) {
        record(span, error, detail(error, settings.exceptions()));
      }
    } catch (Throwable failure) {
      TracingFailures.swallow("recording an exception", failure);
    }
  }

  /**
   * Returns the details to record. The spans around an AI call do not record the message of its
   * exception either.
   */
  private static ExceptionDetail detail(Throwable error, ExceptionDetail configured) {
    return configured.compareTo(ExceptionDetail.WITHOUT_MESSAGES) < 0
            && PrivateErrors.contains(error)
        ? ExceptionDetail.WITHOUT_MESSAGES
        : configured;
  }

  private static void record(Span span, Throwable error, ExceptionDetail detail) {
    span.setStatus(StatusCode.ERROR);
    if (detail == ExceptionDetail.AGENT_COMPATIBLE) {
      span.recordException(unwrap(error));
      return;
    }
    span.setAttribute(AttributeKeys.ERROR_TYPE, typeOf(error));
    if (detail == ExceptionDetail.TYPE_ONLY) {
      return;
    }
    if (error instanceof VirtualMachineError) {
      // Formatting the stack trace of a stack overflow could overflow the stack again.
      span.addEvent(
          AttributeKeys.EVENT_EXCEPTION,
          Attributes.of(AttributeKeys.EXCEPTION_TYPE, typeOf(error)));
    } else if (detail == ExceptionDetail.FULL) {
      span.recordException(error);
    } else {
      span.addEvent(
          AttributeKeys.EVENT_EXCEPTION,
          Attributes.of(
              AttributeKeys.EXCEPTION_TYPE, typeOf(error),
              AttributeKeys.EXCEPTION_STACKTRACE, stackTraceWithoutMessages(error)));
    }
  }

  private static Throwable unwrap(Throwable error) {
    Throwable result = error;
    while (isWrapper(result) && result.getCause() != null) {
      result = result.getCause();
    }
    return result;
  }

  private static boolean isWrapper(Throwable error) {
    return error instanceof CompletionException
        || error instanceof ExecutionException
        || REFLECTIVE_WRAPPERS.contains(typeOf(error));
  }

  private static String typeOf(Throwable error) {
    return error.getClass().getName();
  }

  /** Formats the exception and its causes like {@code printStackTrace}, without their messages. */
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
