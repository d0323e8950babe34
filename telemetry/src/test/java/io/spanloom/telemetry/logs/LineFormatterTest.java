package io.spanloom.telemetry.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

final class LineFormatterTest {

  private static final SpanContext SPAN =
      SpanContext.create(
          "0123456789abcdef0123456789abcdef",
          "0123456789abcdef",
          TraceFlags.getSampled(),
          TraceState.getDefault());

  @Test
  void writesTimeLevelLoggerIdsAndMessage() throws Exception {
    assertThat(inSpan(() -> new LineFormatter().format(record("placed {0}", "o-1"))))
        .matches(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4} INFO    shop\\.Orders"
                + " trace_id=0123456789abcdef0123456789abcdef span_id=0123456789abcdef"
                + " trace_flags=01 - placed o-1\\R");
    assertThat(new LineFormatter().format(record("placed")))
        .endsWith("INFO    shop.Orders - placed" + System.lineSeparator());
  }

  @Test
  void writesStackTraceAfterLine() {
    LogRecord record = record("failed");
    record.setThrown(new IllegalStateException("no stock"));

    assertThat(new LineFormatter().format(record))
        .containsPattern(" - failed\\Rjava\\.lang\\.IllegalStateException: no stock\\R\tat ")
        .endsWith(System.lineSeparator());
  }

  @Test
  void customPatternCanUseSingleIds() throws Exception {
    Formatter formatter = new LineFormatter("%4$s %8$s %9$s %10$s %2$s %5$s");

    assertThat(inSpan(() -> formatter.format(record("placed"))))
        .isEqualTo("INFO 0123456789abcdef0123456789abcdef 0123456789abcdef 01 shop.Orders placed");
    assertThat(formatter.format(record("placed"))).isEqualTo("INFO    shop.Orders placed");
  }

  @Test
  void reportsInvalidPatternOnceAndUsesDefault() {
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, UTF_8));
    try {
      assertThat(new LineFormatter("%5$d").format(record("placed"))).contains(" - placed");
    } finally {
      System.setErr(err);
    }
    assertThat(printed.toString(UTF_8))
        .isEqualToNormalizingNewlines(
            "Invalid io.spanloom.telemetry.logs.LineFormatter.format '%5$d' (expected a format"
                + " string; d != java.lang.String); using the default.\n");
  }

  @Test
  void omitsIdsForRecordOfAnotherThread() throws Exception {
    LogRecord record = record("placed");
    record.setLongThreadID(Thread.currentThread().getId() + 1);

    assertThat(inSpan(() -> new LineFormatter().format(record))).doesNotContain("trace_id");
    assertThat(inSpan(() -> new JsonFormatter().format(record))).doesNotContain("trace_id");
  }

  private static LogRecord record(String message, Object... parameters) {
    LogRecord record = new LogRecord(Level.INFO, message);
    record.setLoggerName("shop.Orders");
    record.setSourceClassName(null);
    record.setParameters(parameters);
    return record;
  }

  private static String inSpan(Callable<String> action) throws Exception {
    return Context.root().with(Span.wrap(SPAN)).wrap(action).call();
  }
}
