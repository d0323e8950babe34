package io.spanloom.telemetry.jdbc;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.jdbc.datasource.JdbcTelemetry;
import io.spanloom.telemetry.library.InstrumentationFailures;
import io.spanloom.telemetry.library.LazyInstrumentation;
import io.spanloom.telemetry.settings.TelemetrySettings;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Traces database statements with OpenTelemetry's JDBC instrumentation, following the stable
 * semantic conventions for databases.
 */
public final class Jdbc {

  private Jdbc() {}

  /**
   * Returns a data source that starts a CLIENT span for each execution of a statement, prepared
   * statement or batch. Spans show literals as {@code ?} unless {@code spanloom.jdbc.query.text} is
   * {@code full}. A failed attempt to get a connection has a span, too, if it is part of a trace.
   * Successful connects, commits and closes are not traced. May be called before the SDK starts;
   * statements are not traced until then.
   *
   * @param dataSource the source of the connections
   * @return a data source of the same connections, as thread-safe as the given one; it is {@link
   *     AutoCloseable} and closes the given one if that is, too. A traced data source is returned
   *     unchanged
   */
  public static DataSource traced(DataSource dataSource) {
    return dataSource instanceof TracedDataSource ? dataSource : wrap(dataSource, null);
  }

  /**
   * Returns a data source as {@link #traced(DataSource)} does, whose spans are created with an
   * instance that need not be registered globally, such as a framework's.
   *
   * @param dataSource the source of the connections
   * @param openTelemetry the instance that creates the spans
   * @return a data source of the same connections; a traced data source is returned unchanged
   */
  public static DataSource traced(DataSource dataSource, OpenTelemetry openTelemetry) {
    return dataSource instanceof TracedDataSource ? dataSource : wrap(dataSource, openTelemetry);
  }

  private static DataSource wrap(DataSource dataSource, @Nullable OpenTelemetry openTelemetry) {
    String problem = QueryTextSetting.problem(TelemetrySettings::text);
    if (problem != null) {
      InstrumentationFailures.warn(problem);
    }
    boolean full = QueryTextSetting.isFull(TelemetrySettings::text);
    return new TracedDataSource(
        dataSource,
        new LazyInstrumentation<>(
            "JDBC",
            openTelemetry,
            registered ->
                new TracedDataSource.Instrumented(
                    JdbcTelemetry.builder(registered)
                        .setDataSourceInstrumenterEnabled(false)
                        .setTransactionInstrumenterEnabled(false)
                        .setQuerySanitizationEnabled(!full)
                        .build()
                        .wrap(dataSource),
                    new ConnectionFailures(registered, dataSource))));
  }
}
