package assistant;

import io.spanloom.runtime.Spans;
import io.spanloom.telemetry.Telemetry;
import io.spanloom.testing.RecordSpans;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * Starts the assistant with the telemetry of {@code Telemetry.start()}, whose spans and metrics are
 * recorded.
 */
@RecordSpans
abstract class AssistantTestBase {

  static final int UNLIMITED = 100_000;

  static Assistant assistant;

  @BeforeAll
  static void startTelemetry() {
    System.setProperty("otel.traces.exporter", "none");
    System.setProperty("otel.metrics.exporter", "none");
    System.setProperty("spanloom.metrics", "true");
    Telemetry.start();
  }

  @AfterAll
  static void stopAssistant() {
    if (assistant != null) {
      assistant.close();
      assistant = null;
    }
  }

  /** Lets woven code use the telemetry of the application instead of that of the test. */
  @BeforeEach
  void useTelemetryOfApplication() {
    Spans.uninstall();
  }

  static Settings settings() {
    return Settings.local(UUID.randomUUID().toString()).withMessagesPerMinute(UNLIMITED);
  }

  static void startAssistant(Settings settings) throws IOException {
    assistant = Assistant.start(settings);
  }
}
