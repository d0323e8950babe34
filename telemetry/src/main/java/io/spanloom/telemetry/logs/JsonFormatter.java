package io.spanloom.telemetry.logs;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A formatter for java.util.logging that writes each record as one line of JSON: {@code timestamp},
 * {@code level}, {@code logger}, {@code thread}, {@code message}, inside a span {@code trace_id},
 * {@code span_id} and {@code trace_flags}, with an exception {@code exception.type}, {@code
 * exception.message} and {@code exception.stacktrace}. The ids are called and placed as
 * OpenTelemetry's specification <i>Trace Context in non-OTLP Log Formats</i> has it.
 *
 * <p>Lines are ASCII whatever is logged, so that no handler's encoding loses a character. {@code
 * java.util.logging.ConsoleHandler.formatter = io.spanloom.telemetry.logs.JsonFormatter} in {@code
 * logging.properties} chooses it, {@link #install()} does in code. Safe for many threads.
 */
public final class JsonFormatter extends Formatter {

  /** Makes a formatter. */
  public JsonFormatter() {}

  /** Sets such a formatter on each handler that the root logger has now. */
  public static void install() {
    RootHandlers.use(new JsonFormatter());
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
    return line.end();
  }

  private static String thread(LogRecord record) {
    return TraceIds.isOfThisThread(record)
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
