package io.spanloom.telemetry;

import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what OpenTelemetry's parts log of spans that cannot be delivered, with stack traces
 * and addresses, since {@link Losses} says it in a sentence. Whoever sets the level of one of these
 * loggers gets its words back.
 *
 * @param logger kept here, since the log manager does not
 * @param beginning how the words to be left out begin
 * @param former the filter that the logger had
 */
record SdkNoise(Logger logger, String beginning, @Nullable Filter former) implements Filter {

  private static final List<SdkNoise> ALL =
      List.of(
          of("exporter.otlp.internal.HttpExporter", "Failed to export spans."),
          of("exporter.otlp.internal.GrpcExporter", "Failed to export spans."),
          of("exporter.otlp.internal.OtlpConfigUtil", "OTLP exporter endpoint port is likely"),
          of("sdk.trace.export.BatchSpanProcessor", "BatchSpanProcessor dropped"));

  private static SdkNoise of(String name, String beginning) {
    Logger logger = Logger.getLogger("io.opentelemetry." + name);
    return new SdkNoise(logger, beginning, logger.getFilter());
  }

  static void leaveOut() {
    for (SdkNoise noise : ALL) {
      if (noise.logger.getLevel() == null) {
        noise.logger.setFilter(noise);
      }
    }
  }

  @Override
  public boolean isLoggable(LogRecord record) {
    String message = record.getMessage();
    return (message == null || !message.startsWith(beginning))
        && (former == null || former.isLoggable(record));
  }
}
