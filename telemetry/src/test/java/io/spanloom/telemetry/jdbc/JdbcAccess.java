package io.spanloom.telemetry.jdbc;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import javax.sql.DataSource;

/** Gives tests of other packages access to package-private members of this one. */
public final class JdbcAccess {

  private JdbcAccess() {}

  public static DataSource traced(DataSource dataSource, OpenTelemetry openTelemetry) {
    return Jdbc.traced(dataSource, openTelemetry);
  }

  public static SpanExporter sanitizing(SpanExporter next) {
    return new SanitizingExporter(next);
  }
}
