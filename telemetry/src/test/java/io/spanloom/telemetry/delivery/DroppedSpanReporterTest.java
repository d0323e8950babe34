package io.spanloom.telemetry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.testing.time.TestClock;
import io.spanloom.support.LogCapture;
import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import io.spanloom.telemetry.settings.OtlpEndpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DroppedSpanReporterTest {

  @Test
  void omitsUnlimitedTime() {
    DroppedSpanReporter reporter =
        new DroppedSpanReporter(
            new SpanQueueObserver(), 2048, ResendingExporter.UNLIMITED, TestClock.create());
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      reporter.attemptFailed(
          OtlpExporters.endpoint("http://collector:4318", "grpc"),
          new ExportFailure(Kind.UNREACHABLE, "cannot connect"));
      assertThat(log.lines())
          .containsExactly(
              "WARNING Cannot export spans to http://collector:4318 (grpc): cannot connect; "
                  + "port 4318 is usually for http/protobuf,"
                  + " so set OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf or use port 4317."
                  + " Retrying; up to 2048 spans wait in the queue.");
    }
  }

  @Test
  void namesRefusalAndNotTheTimeLimitAtShutdown() {
    DroppedSpanReporter reporter =
        new DroppedSpanReporter(
            new SpanQueueObserver(), 2048, ResendingExporter.UNLIMITED, TestClock.create());
    OtlpEndpoint endpoint = OtlpExporters.endpoint("http://collector", "grpc");
    List<String> messages = new ArrayList<>();
    reporter.beginShutdown();
    reporter.batchStarted(endpoint, 2);
    reporter.batchLost(endpoint, new ExportFailure(Kind.PERMANENT, "gRPC status UNAUTHENTICATED"));

    reporter.reportAtShutdown(Duration.ofSeconds(5), messages::add);
    assertThat(messages)
        .containsExactly(
            "Lost 2 spans that could not be exported to http://collector (grpc): gRPC status"
                + " UNAUTHENTICATED.");

    reporter.batchStarted(endpoint, 3);
    reporter.batchLost(endpoint, new ExportFailure(Kind.UNREACHABLE, "cannot connect"));
    reporter.reportAtShutdown(Duration.ofSeconds(5), messages::add);
    assertThat(messages.get(messages.size() - 1))
        .isEqualTo(
            "Could not export 3 spans during the shutdown (SPANLOOM_SHUTDOWN_TIMEOUT is 5000 ms)."
                + " Last attempt: http://collector (grpc): cannot connect.");
  }

  @Test
  void suggestsClientCertificateIfTlsConnectionIsLost() {
    DroppedSpanReporter reporter =
        new DroppedSpanReporter(
            new SpanQueueObserver(), 2048, ResendingExporter.UNLIMITED, TestClock.create());
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      OtlpEndpoint endpoint = OtlpExporters.endpoint("https://collector", "grpc");
      reporter.batchStarted(endpoint, 1);
      reporter.batchLost(endpoint, new ExportFailure(Kind.DISCONNECTED, "connection lost"));
      assertThat(log.lines())
          .containsExactly(
              "WARNING Lost 1 span that could not be exported to https://collector (grpc):"
                  + " connection lost; the server may not support grpc, or it may require a client"
                  + " certificate.");
    }
  }
}
