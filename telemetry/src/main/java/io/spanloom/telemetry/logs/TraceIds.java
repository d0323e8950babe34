package io.spanloom.telemetry.logs;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * The IDs of the span in which a line is logged.
 *
 * @param traceId 32 lowercase hex digits
 * @param spanId 16 lowercase hex digits
 * @param traceFlags two hex digits, as in W3C Trace Context; odd if the trace is sampled ({@code
 *     01}, {@code 03}), even if it was dropped
 */
record TraceIds(String traceId, String spanId, String traceFlags) {

  /** The field names that OpenTelemetry specifies for log formats other than OTLP. */
  static final String TRACE_ID = "trace_id";

  static final String SPAN_ID = "span_id";
  static final String TRACE_FLAGS = "trace_flags";

  /**
   * Returns the IDs of the current span.
   *
   * @param record the record that is formatted
   * @return the IDs; null outside a span, and if another thread logged the record, because the
   *     current span is then unrelated
   */
  static @Nullable TraceIds of(LogRecord record) {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() && isFromCurrentThread(record)
        ? new TraceIds(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
        : null;
  }

  static boolean isFromCurrentThread(LogRecord record) {
    return record.getLongThreadID() == Thread.currentThread().getId();
  }

  /** Returns all three fields, as they appear in a line. */
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
