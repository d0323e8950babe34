package io.spanloom.telemetry.jdbc;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.jdbc.datasource.JdbcTelemetry;
import io.spanloom.telemetry.library.InstrumentationFailures;
import io.spanloom.telemetry.library.LazyInstrumentation;
import io.spanloom.telemetry.settings.TelemetrySettings;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Spans of statements, made by OpenTelemetry's instrumentation of JDBC with the stable names of the
 * semantic conventions for databases.
 */
public final class Jdbc {

  private Jdbc() {}

  /**
   * Returns a data source whose statements, batches and prepared statements make CLIENT spans below
   * the span that is current when they are executed. Literals stand as {@code ?} in them unless
   * {@code spanloom.jdbc.query.text} says otherwise. Connecting, committing and closing make no
   * spans. May be called before the SDK is started; until then nothing is traced.
   *
   * @param dataSource where connections come from; it remains the caller's to close
   * @return a data source of the same connections, safe for as many threads
   */
  public static DataSource traced(DataSource dataSource) {
    return traced(dataSource, null);
  }

  static DataSource traced(DataSource dataSource, @Nullable OpenTelemetry given) {
    String refusal = QueryTextSetting.refusal(TelemetrySettings::text);
    if (refusal != null) {
      InstrumentationFailures.say(refusal);
    }
    boolean full = QueryTextSetting.isFull(TelemetrySettings::text);
    return new TracedDataSource(
        dataSource,
        new LazyInstrumentation<>(
            given,
            openTelemetry ->
                JdbcTelemetry.builder(openTelemetry)
                    .setDataSourceInstrumenterEnabled(false)
                    .setTransactionInstrumenterEnabled(false)
                    .setQuerySanitizationEnabled(!full)
                    .build()
                    .wrap(dataSource)));
  }
}
