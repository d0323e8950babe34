package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.spanloom.runtime.Spans;
import io.spanloom.runtime.spi.CallListener;
import io.spanloom.runtime.spi.CallListeners;
import io.spanloom.runtime.spi.SiteInfo;
import io.spanloom.support.ForkedJvm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The setting that records the durations of calls as a metric. */
@Tag("slow")
final class DurationMetricsTest {

  @Test
  void recordsDurationsIfSet() throws Exception {
    assertThat(with(Calls.class, "console").run())
        .contains("spanloom.call.duration", "span.name=\"work\"", "listener: true")
        .contains("listener after stop: false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void exportsDurationsToCollectorByDefault(String protocol) throws Exception {
    try (OtlpCollector collector = OtlpCollector.start(protocol)) {
      String output =
          TelemetryShutdownTest.exportingTo(Calls.class, collector)
              .variable("SPANLOOM_METRICS", "true")
              .run();
      assertThat(output).isEqualTo("listener: true\nlistener after stop: false\n");
      assertThat(collector.spanNames()).containsExactly("work");
      assertThat(collector.paths())
          .anySatisfy(path -> assertThat(path).containsIgnoringCase("metrics"));
    }
  }

  @Test
  void recordsNoDurationsByDefault() throws Exception {
    assertThat(
            ForkedJvm.of(Calls.class)
                .variable("OTEL_TRACES_EXPORTER", "none")
                .variable("OTEL_METRICS_EXPORTER", "console")
                .run())
        .contains("listener: false")
        .doesNotContain("spanloom.call.duration");
  }

  @Test
  void warnsIfNoMetricsAreExported() throws Exception {
    assertThat(with(Calls.class, "none").run())
        .contains(
            "WARNING: SPANLOOM_METRICS is ignored: no metrics are exported. Set"
                + " OTEL_METRICS_EXPORTER to an exporter, such as otlp.")
        .contains("listener: false");
  }

  @Test
  void keepsListenerOfProgram() throws Exception {
    assertThat(with(InstallsListener.class, "console").run())
        .contains(
            "WARNING: SPANLOOM_METRICS is ignored: the program has installed its own"
                + " CallListener.")
        .contains("same: true");
  }

  @Test
  void recordsNothingIfSdkIsDisabled() throws Exception {
    assertThat(with(Calls.class, "console").variable("OTEL_SDK_DISABLED", "true").run())
        .isEqualTo("listener: false\nlistener after stop: false\n");
  }

  @Test
  void recordsWithMeterOfSdkThatIsAlreadyRegistered() throws Exception {
    assertThat(with(RegistersItsOwnSdk.class, "none").run())
        .isEqualTo("[spanloom.call.duration]\n");
  }

  private static ForkedJvm with(Class<?> program, String metricsExporter) {
    return ForkedJvm.of(program)
        .variable("OTEL_TRACES_EXPORTER", "none")
        .variable("OTEL_METRICS_EXPORTER", metricsExporter)
        .variable("SPANLOOM_METRICS", "true");
  }

  /** Calls a block in a span. */
  static final class Calls {
    public static void main(String[] arguments) {
      Telemetry telemetry = Telemetry.start();
      Spans.withSpan("work", () -> {});
      System.out.println("listener: " + (CallListeners.get() != null));
      telemetry.stop();
      System.out.println("listener after stop: " + (CallListeners.get() != null));
    }
  }

  /** Installs its own listener before it starts telemetry. */
  static final class InstallsListener {
    public static void main(String[] arguments) {
      CallListener own = new IgnoringListener();
      CallListeners.set(own);
      Telemetry telemetry = Telemetry.start();
      telemetry.stop();
      System.out.println("same: " + (own == CallListeners.get()));
    }
  }

  /** Registers an SDK before it starts telemetry. */
  static final class RegistersItsOwnSdk {
    public static void main(String[] arguments) {
      InMemoryMetricReader reader = InMemoryMetricReader.create();
      OpenTelemetry own =
          OpenTelemetrySdk.builder()
              .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
              .build();
      GlobalOpenTelemetry.set(own);
      Telemetry.start();
      Spans.withSpan("work", () -> {});
      System.out.println(
          reader.collectAllMetrics().stream().map(metric -> metric.getName()).toList());
    }
  }

  /** Ignores all calls. */
  private static final class IgnoringListener implements CallListener {

    @Override
    public void onStart(SiteInfo site) {}

    @Override
    public void onEnd(
        SiteInfo site,
        Outcome outcome,
        @Nullable Throwable error,
        long elapsedNanos,
        Context context) {}
  }
}
