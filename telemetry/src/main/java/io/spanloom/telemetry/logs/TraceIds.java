package io.spanloom.telemetry.logs;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the span that a line was logged in.
 *
 * @param traceId 32 lowercase hex digits
 * @param spanId 16 lowercase hex digits
 * @param traceFlags two hex digits of W3C Trace Context; odd where the trace is kept ({@code 01},
 *     {@code 03}), even where it was dropped
 */
record TraceIds(String traceId, String spanId, String traceFlags) {

  /** The names that OpenTelemetry gives them in log formats that are not its own. */
  static final String TRACE_ID = "trace_id";

  static final String SPAN_ID = "span_id";
  static final String TRACE_FLAGS = "trace_flags";

  /**
   * Returns the ids of the current span.
   *
   * @param record what is being formatted
   * @return null outside of a span, and where a handler formats on another thread than the one that
   *     logged: no ids are better than another call's
   */
  static @Nullable TraceIds of(LogRecord record) {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() && isOfThisThread(record)
        ? new TraceIds(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
        : null;
  }

  static boolean isOfThisThread(LogRecord record) {
    return record.getLongThreadID() == Thread.currentThread().getId();
  }

  /** All three with their names, as a line shows them. */
  @Override
  public String toString() {
    return TRACE_ID
        + "="
        + traceId
        + " "
        + SPAN_ID
        + "="
        + spanId
        + " "
        + TRACE_FLAGS
        + "="
        + traceFlags;
  }
}
