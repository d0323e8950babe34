package io.spanloom.telemetry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.testing.time.TestClock;
import io.spanloom.support.LogCapture;
import io.spanloom.telemetry.delivery.ExportFailure.Kind;
import org.junit.jupiter.api.Test;

final class DroppedSpanReporterTest {

  @Test
  void omitsUnlimitedTime() {
    DroppedSpanReporter reporter =
        new DroppedSpanReporter(
            new SpanQueue(), 2048, ResendingExporter.UNLIMITED, TestClock.create());
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
}
