package io.spanloom.telemetry.jdbc;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.spanloom.telemetry.library.InstrumentationFailures;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Records attempts to get a connection that failed, as spans with the name and kind that
 * OpenTelemetry's instrumentation of data sources gives to all attempts. Like that one, it records
 * none outside a trace. The message of the exception may quote a user or an address, and is not
 * recorded. Thread-safe.
 */
final class ConnectionFailures {

  private static final String SCOPE = "io.spanloom.jdbc";

  private static final AttributeKey<String> FUNCTION = AttributeKey.stringKey("code.function.name");
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
  private static final AttributeKey<String> STATUS =
      AttributeKey.stringKey("db.response.status_code");

  private static final String METHOD = ".getConnection";

  private final Tracer tracer;
  private final String name;
  private final String function;

  ConnectionFailures(OpenTelemetry openTelemetry, DataSource dataSource) {
    tracer = openTelemetry.getTracer(SCOPE);
    name = dataSource.getClass().getSimpleName() + METHOD;
    function = dataSource.getClass().getName() + METHOD;
  }

  /**
   * Records an attempt that has just failed. Never throws.
   *
   * @param failure the exception
   * @param elapsedNanos the duration of the attempt
   */
  void record(Throwable failure, long elapsedNanos) {
    try {
      if (Span.current().getSpanContext().isValid()) {
        Instant end = Instant.now();
        Span span =
            tracer
                .spanBuilder(name)
                .setStartTimestamp(end.minusNanos(elapsedNanos))
                .setAttribute(FUNCTION, function)
                .startSpan();
        String status = status(failure);
        span.setAttribute(STATUS, status);
        span.setAttribute(ERROR_TYPE, status == null ? failure.getClass().getName() : status);
        span.setStatus(StatusCode.ERROR);
        span.end(end);
      }
    } catch (RuntimeException | LinkageError problem) {
      InstrumentationFailures.logOnce("Recording a failed connection", problem);
    }
  }

  /** Returns the vendor's error code, as for statements, or else the SQLSTATE, or null. */
  private static @Nullable String status(Throwable failure) {
    if (!(failure instanceof SQLException exception)) {
      return null;
    }
    return exception.getErrorCode() == 0
        ? exception.getSQLState()
        : Integer.toString(exception.getErrorCode());
  }
}
