package io.spanloom.telemetry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SdkLogFilterTest {

  private final Logger logger =
      Logger.getLogger("io.opentelemetry.exporter.otlp.internal.HttpExporter");

  @AfterEach
  void reset() {
    logger.setFilter(null);
    logger.setLevel(null);
  }

  @Test
  void suppressesOnlyMessagesAboutSpans() {
    logger.setFilter(null);
    SdkLogFilter.suppressExportMessages();
    assertThat(isLogged("Failed to export spans. The request could not be executed.")).isFalse();
    assertThat(isLogged("Failed to export metrics. The request could not be executed.")).isTrue();
  }

  @Test
  void suppressesNothingIfLevelIsSet() {
    logger.setFilter(null);
    logger.setLevel(Level.WARNING);
    SdkLogFilter.suppressExportMessages();
    assertThat(logger.getFilter()).isNull();
  }

  private boolean isLogged(String message) {
    return logger.getFilter().isLoggable(new LogRecord(Level.WARNING, message));
  }
}
