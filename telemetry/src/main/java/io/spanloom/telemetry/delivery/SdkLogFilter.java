package io.spanloom.telemetry.delivery;

import io.spanloom.telemetry.Telemetry;
import io.spanloom.telemetry.settings.SettingsCheck;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what OpenTelemetry's parts log of spans that cannot be delivered and of settings that
 * cannot be used, with stack traces and addresses, since it is said in a sentence. Whoever sets the
 * level of one of these loggers gets its words back.
 *
 * @param logger kept here, since the log manager does not
 * @param beginnings how the words to be left out begin
 * @param former the filter that the logger had
 */
public record SdkLogFilter(Logger logger, List<String> beginnings, @Nullable Filter former)
    implements Filter {

  private static final String THROTTLED = "Too many log messages detected.";

  private static final List<SdkLogFilter> OF_A_START =
      List.of(
          of("exporter.otlp.internal.OtlpConfigUtil", "OTLP exporter endpoint port is likely"),
          of(
              "sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder",
              "Error encountered during autoconfiguration."));

  private static final List<SdkLogFilter> OF_DELIVERY =
      List.of(
          of("exporter.otlp.internal.HttpExporter", "Failed to export spans.", THROTTLED),
          of("exporter.otlp.internal.GrpcExporter", "Failed to export spans.", THROTTLED),
          of("sdk.trace.export.BatchSpanProcessor", "BatchSpanProcessor dropped"));

  private static SdkLogFilter of(String name, String... beginnings) {
    Logger logger = Logger.getLogger("io.opentelemetry." + name);
    return new SdkLogFilter(logger, List.of(beginnings), logger.getFilter());
  }

  /** Leaves out what {@link SettingsCheck} and {@link Telemetry} say. */
  public static void leaveOutOfAStart() {
    OF_A_START.forEach(SdkLogFilter::leaveOut);
  }

  /** Leaves out what {@link DroppedSpanReporter} says. */
  public static void leaveOutOfDelivery() {
    OF_DELIVERY.forEach(SdkLogFilter::leaveOut);
  }

  private void leaveOut() {
    if (logger.getLevel() == null) {
      logger.setFilter(this);
    }
  }

  @Override
  public boolean isLoggable(LogRecord record) {
    String message = record.getMessage();
    return (message == null || beginnings.stream().noneMatch(message::startsWith))
        && (former == null || former.isLoggable(record));
  }
}
