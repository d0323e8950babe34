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
 * A formatter for java.util.logging that writes the ids of the current span into each line, and
 * nothing in their place outside of a span. {@code java.util.logging.ConsoleHandler.formatter =
 * io.spanloom.telemetry.logs.LineFormatter} in {@code logging.properties} chooses it, {@link
 * #install()} does in code. Safe for many threads.
 *
 * <p>The property {@code io.spanloom.telemetry.logs.LineFormatter.format} replaces the pattern,
 * with the arguments 1 to 6 of {@link SimpleFormatter}: time, source, logger, level, message, stack
 * trace. Argument 7 is {@code trace_id=… span_id=… trace_flags=…} with a space behind it, or
 * nothing; 8, 9 and 10 are these three without their names.
 */
public final class LineFormatter extends Formatter {

  private static final String PATTERN = "%1$tFT%1$tT.%1$tL%1$tz %4$-7s %3$s %7$s- %5$s%6$s%n";

  private final String pattern;

  /** Makes a formatter with the pattern that {@code logging.properties} has, or else its own. */
  public LineFormatter() {
    this(LogManager.getLogManager().getProperty(LineFormatter.class.getName() + ".format"));
  }

  LineFormatter(@Nullable String wanted) {
    pattern = wanted == null || !isUsable(wanted) ? PATTERN : wanted;
  }

  /** Sets such a formatter on each handler that the root logger has now. */
  public static void install() {
    RootHandlers.use(new LineFormatter());
  }

  private static boolean isUsable(String wanted) {
    try {
      format(wanted, new LogRecord(Level.INFO, ""), "", null);
      return true;
    } catch (IllegalFormatException wrong) {
      // A logger would ask the log manager, which may be making this formatter.
      System.err.println(
          LineFormatter.class.getName()
              + ".format is no pattern ("
              + wrong.getMessage()
              + "); lines are written as they are without it.");
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
