package io.spanloom.telemetry.logs;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.IllegalFormatException;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A formatter for java.util.logging that adds the IDs of the current span to each line; outside a
 * span it adds nothing. To use this formatter, set {@code
 * java.util.logging.ConsoleHandler.formatter = io.spanloom.telemetry.logs.LineFormatter} in {@code
 * logging.properties}, or call {@link #install()}. Thread-safe.
 *
 * <p>The property {@code io.spanloom.telemetry.logs.LineFormatter.format} replaces the pattern.
 * Arguments 1 to 6 are those of {@link SimpleFormatter}: time, source, logger, level, message,
 * stack trace. Argument 7 is {@code trace_id=… span_id=… trace_flags=…} and a space, or empty
 * outside a span; arguments 8, 9 and 10 are the three values.
 */
public final class LineFormatter extends Formatter {

  private static final String DEFAULT_PATTERN =
      "%1$tFT%1$tT.%1$tL%1$tz %4$-7s %3$s %7$s- %5$s%6$s%n";

  private final String pattern;

  /** Creates a formatter with the pattern in {@code logging.properties}, or the default one. */
  public LineFormatter() {
    this(LogManager.getLogManager().getProperty(LineFormatter.class.getName() + ".format"));
  }

  LineFormatter(@Nullable String configured) {
    pattern = configured == null || !isValid(configured) ? DEFAULT_PATTERN : configured;
  }

  /** Sets a new formatter on each current handler of the root logger. */
  public static void install() {
    RootHandlers.setFormatter(new LineFormatter());
  }

  private static boolean isValid(String pattern) {
    try {
      format(pattern, new LogRecord(Level.INFO, ""), "", null);
      return true;
    } catch (IllegalFormatException invalid) {
      // Not logged, because the log manager may be creating this formatter.
      System.err.println(
          "Invalid %s.format '%s' (expected a format string; %s); using the default."
              .formatted(LineFormatter.class.getName(), pattern, invalid.getMessage()));
      return false;
    }
  }

  @Override
  public String format(LogRecord record) {
    return format(pattern, record, formatMessage(record), TraceIds.of(record));
  }

  private static String format(
      String pattern, LogRecord record, String message, @Nullable TraceIds ids) {
    Throwable thrown = record.getThrown();
    return String.format(
        Locale.ROOT,
        pattern,
        ZonedDateTime.ofInstant(record.getInstant(), ZoneId.systemDefault()),
        source(record),
        record.getLoggerName(),
        record.getLevel().getName(),
        message,
        thrown == null ? "" : System.lineSeparator() + StackTraces.of(thrown).stripTrailing(),
        ids == null ? "" : ids + " ",
        ids == null ? "" : ids.traceId(),
        ids == null ? "" : ids.spanId(),
        ids == null ? "" : ids.traceFlags());
  }

  private static @Nullable String source(LogRecord record) {
    String type = record.getSourceClassName();
    String method = record.getSourceMethodName();
    if (type == null) {
      return record.getLoggerName();
    }
    return method == null ? type : type + " " + method;
  }
}
