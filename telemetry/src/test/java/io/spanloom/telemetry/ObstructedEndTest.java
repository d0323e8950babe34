package io.spanloom.telemetry;

import static io.spanloom.telemetry.TelemetryEndTest.sending;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.spanloom.runtime.Spans;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the rest of the program may put in the way of the end. */
@Tag("slow")
final class ObstructedEndTest {

  @Test
  @Timeout(120)
  void aMetricOfTheProgramThatHangsKeepsNeitherItsSpansNorItsEnd() throws Exception {
    try (Collector collector = Collector.speaking("http/protobuf")) {
      Process process =
          sending(HasAMetricThatHangs.class, collector)
              .variable("OTEL_METRICS_EXPORTER", "otlp")
              .variable("SPANLOOM_SHUTDOWN_TIMEOUT", "1000")
              .start();
      try {
        assertThat(collector.awaitTaken(2)).containsExactly("first", "second");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void aThreadThatWasInterruptedDeliversAndStaysInterrupted() throws Exception {
    try (Collector collector = Collector.speaking("http/protobuf")) {
      assertThat(sending(StopsInterrupted.class, collector).run()).isEqualTo("interrupted: true\n");
      assertThat(collector.taken()).containsExactly("work");
    }
  }

  /** Has its metrics asked for what never comes. */
  static final class HasAMetricThatHangs {
    public static void main(String[] arguments) throws Exception {
      Telemetry telemetry = Telemetry.start();
      CountDownLatch asked = new CountDownLatch(1);
      GlobalOpenTelemetry.getMeter("shop")
          .gaugeBuilder("stock")
          .buildWithCallback(
              gauge -> {
                asked.countDown();
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException end) {
                  Thread.currentThread().interrupt();
                }
              });
      Spans.withSpan("first", () -> {});
      asked.await();
      Spans.withSpan("second", () -> {});
      telemetry.stop();
    }
  }

  /** Stops on a thread that was interrupted. */
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
