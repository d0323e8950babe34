package io.spanloom.telemetry.delivery;

import io.spanloom.telemetry.settings.SettingsCheck;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Suppresses log records of OpenTelemetry, with stack traces and addresses, about failures that
 * Spanloom reports itself. Setting the level of one of these loggers keeps its records. Not part of
 * the API.
 */
public final class SdkLogFilter implements Filter {

  private static final String THROTTLED = "Too many log messages detected.";

  private static final List<SdkLogFilter> STARTUP =
      List.of(
          of("exporter.otlp.internal.OtlpConfigUtil", "OTLP exporter endpoint port is likely"),
          of(
              "sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder",
              "Error encountered during autoconfiguration."));

  private static final List<SdkLogFilter> EXPORT =
      List.of(
          of("exporter.otlp.internal.HttpExporter", "Failed to export spans.", THROTTLED),
          of("exporter.otlp.internal.GrpcExporter", "Failed to export spans.", THROTTLED),
          of("sdk.trace.export.BatchSpanProcessor", "BatchSpanProcessor dropped"));

  private final Logger logger; // a strong reference, because the log manager has a weak one
  private final List<String> prefixes;
  private final @Nullable Filter previous;

  private SdkLogFilter(Logger logger, List<String> prefixes) {
    this.logger = logger;
    this.prefixes = prefixes;
    this.previous = logger.getFilter();
  }

  private static SdkLogFilter of(String name, String... prefixes) {
    return new SdkLogFilter(Logger.getLogger("io.opentelemetry." + name), List.of(prefixes));
  }

  /** Suppresses messages about invalid settings, which {@link SettingsCheck} reports. */
  public static void suppressStartupMessages() {
    STARTUP.forEach(SdkLogFilter::install);
  }

  /** Suppresses messages about failed exports, which {@link DroppedSpanReporter} reports. */
  static void suppressExportMessages() {
    EXPORT.forEach(SdkLogFilter::install);
  }

  private void install() {
    if (logger.getLevel() == null) {
      logger.setFilter(this);
    }
  }

  @Override
  public boolean isLoggable(LogRecord record) {
    String message = record.getMessage();
    return (message == null || prefixes.stream().noneMatch(message::startsWith))
        && (previous == null || previous.isLoggable(record));
  }
}
