package io.spanloom.telemetry.logs;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A formatter for java.util.logging that writes each record as one line of JSON: {@code timestamp},
 * {@code level}, {@code logger}, {@code thread} and {@code message}; inside a span also {@code
 * trace_id}, {@code span_id} and {@code trace_flags}, as OpenTelemetry's specification <i>Trace
 * Context in non-OTLP Log Formats</i> requires; for an exception also {@code exception.type},
 * {@code exception.message} and {@code exception.stacktrace}.
 *
 * <p>Lines are always ASCII, so that no handler's encoding loses characters. To use this formatter,
 * set {@code java.util.logging.ConsoleHandler.formatter = io.spanloom.telemetry.logs.JsonFormatter}
 * in {@code logging.properties}, or call {@link #install()}. Thread-safe.
 */
public final class JsonFormatter extends Formatter {

  /** Creates a formatter. */
  public JsonFormatter() {}

  /** Sets a new formatter on each current handler of the root logger. */
  public static void install() {
    RootHandlers.setFormatter(new JsonFormatter());
  }

  @Override
  public String format(LogRecord record) {
    JsonLine line =
        new JsonLine()
            .field("timestamp", record.getInstant().toString())
            .field("level", record.getLevel().getName())
            .field("logger", record.getLoggerName())
            .field("thread", thread(record))
            .field("message", formatMessage(record));
    TraceIds ids = TraceIds.of(record);
    if (ids != null) {
      line.field(TraceIds.TRACE_ID, ids.traceId())
          .field(TraceIds.SPAN_ID, ids.spanId())
          .field(TraceIds.TRACE_FLAGS, ids.traceFlags());
    }
    Throwable thrown = record.getThrown();
    if (thrown != null) {
      line.field("exception.type", thrown.getClass().getName())
          .field("exception.message", message(thrown))
          .field("exception.stacktrace", StackTraces.of(thrown));
    }
    return line.build();
  }

  private static String thread(LogRecord record) {
    return TraceIds.isFromCurrentThread(record)
        ? Thread.currentThread().getName()
        : "#" + record.getLongThreadID();
  }

  private static @Nullable String message(Throwable thrown) {
    try {
      return thrown.getMessage();
    } catch (RuntimeException unreadable) {
      return null;
    }
  }
}
