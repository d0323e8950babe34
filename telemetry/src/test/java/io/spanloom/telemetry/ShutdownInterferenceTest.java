package io.spanloom.telemetry;

import static io.spanloom.telemetry.TelemetryShutdownTest.exportingTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.spanloom.runtime.Spans;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Parts of a program that may interfere with the shutdown. */
@Tag("slow")
final class ShutdownInterferenceTest {

  @Test
  @Timeout(120)
  void blockedMetricCallbackDelaysNeitherExportNorExit() throws Exception {
    try (OtlpCollector collector = OtlpCollector.start("http/protobuf")) {
      Process process =
          exportingTo(RegistersBlockingMetric.class, collector)
              .variable("OTEL_METRICS_EXPORTER", "otlp")
              .variable("SPANLOOM_SHUTDOWN_TIMEOUT", "1000")
              .start();
      try {
        assertThat(collector.awaitSpanNames(2)).containsExactly("first", "second");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void interruptedThreadExportsAndStaysInterrupted() throws Exception {
    try (OtlpCollector collector = OtlpCollector.start("http/protobuf")) {
      assertThat(exportingTo(StopsInterrupted.class, collector).run())
          .isEqualTo("interrupted: true\n");
      assertThat(collector.spanNames()).containsExactly("work");
    }
  }

  /** Registers a metric whose callback never returns. */
  static final class RegistersBlockingMetric {
    public static void main(String[] arguments) throws Exception {
      Telemetry telemetry = Telemetry.start();
      CountDownLatch called = new CountDownLatch(1);
      GlobalOpenTelemetry.getMeter("shop")
          .gaugeBuilder("stock")
          .buildWithCallback(
              gauge -> {
                called.countDown();
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException interrupted) {
                  Thread.currentThread().interrupt();
                }
              });
      Spans.withSpan("first", () -> {});
      called.await();
      Spans.withSpan("second", () -> {});
      telemetry.stop();
    }
  }

  /** Stops telemetry on an interrupted thread. */
  static final class StopsInterrupted {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      Spans.withSpan("work", () -> {});
      Thread.currentThread().interrupt();
      telemetry.stop();
      System.out.println("interrupted: " + Thread.currentThread().isInterrupted());
      Runtime.getRuntime().halt(0);
    }
  }
}
