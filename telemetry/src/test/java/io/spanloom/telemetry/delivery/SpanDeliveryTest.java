package io.spanloom.telemetry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.InternalTelemetryVersion;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.testing.time.TestClock;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.support.LogCapture;
import io.spanloom.support.TestExporter;
import io.spanloom.telemetry.OtlpCollector;
import io.spanloom.telemetry.OtlpCollector.Response;
import io.spanloom.telemetry.settings.SettingNames;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batch processor, queue and exporter together. */
final class SpanDeliveryTest {

  private static final int QUEUE_SIZE = 2048;
  private static final Duration TIME_LIMIT = Duration.ofSeconds(120);

  private final TestClock clock = TestClock.create();
  private final SpanQueueObserver queue = new SpanQueueObserver(Runnable::run);
  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final SdkMeterProvider meters =
      queue.registerWith(SdkMeterProvider.builder().registerMetricReader(reader)).build();

  @AfterEach
  void close() {
    meters.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void losesNoSpanInOutageOf30SecondsIfQueueHoldsAll(String protocol) throws IOException {
    try (OtlpCollector collector =
            OtlpCollector.start(protocol).respondAlways(Response.UNAVAILABLE);
        SdkTracerProvider provider =
            provider(
                OtlpExporters.withoutRetries(collector.url(), protocol, OtlpExporters.LONG),
                new SimulatedBackoff(
                    clock, Duration.ofSeconds(30), () -> collector.respondAlways(Response.OK)),
                InternalTelemetryVersion.LEGACY)) {
      createSpans(provider, QUEUE_SIZE);
      assertThat(provider.forceFlush().join(60, TimeUnit.SECONDS).isSuccess()).isTrue();
      assertThat(collector.spanNames()).hasSize(QUEUE_SIZE).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource(InternalTelemetryVersion.class)
  void countsDroppedSpansAndLogsThemOncePerMinute(InternalTelemetryVersion names) {
    GatedExporter gated = new GatedExporter();
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry");
        SdkTracerProvider provider = provider(gated, new SimulatedBackoff(clock), names)) {
      int first = overflow(provider, gated);
      assertThat(log.lines()).containsExactly(warning(first));
      assertThat(dropped()).isEqualTo(first);

      int second = overflow(provider, gated);
      assertThat(log.lines()).hasSize(1);
      clock.advance(Duration.ofMinutes(1));
      int third = overflow(provider, gated);
      assertThat(log.lines()).containsExactly(warning(first), warning(second + third));
      assertThat(dropped()).isEqualTo(first + second + third);
      assertThat(queue.waiting()).isZero();
    }
  }

  @Test
  void appliesDocumentedDefaults() {
    try (OpenTelemetrySdk sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(() -> SettingNames.DEFAULTS)
            .disableShutdownHook()
            .build()
            .getOpenTelemetrySdk()) {
      assertThat(sdk.getSdkTracerProvider().toString())
          .contains("scheduleDelayNanos=" + Duration.ofSeconds(1).toNanos())
          .contains("maxExportBatchSize=2048")
          .contains("endpoint=http://localhost:4318/v1/traces");
    }
  }

  @Test
  void retriesForExportTimeoutOrForeverIfZero() {
    assertThat(timeLimit(SettingNames.DEFAULTS)).hasSeconds(120);
    assertThat(timeLimit(Map.of("otel.bsp.export.timeout", "1000"))).hasSeconds(1);
    assertThat(timeLimit(Map.of("otel.bsp.export.timeout", "0")))
        .isEqualTo(ResendingExporter.UNLIMITED);
  }

  private static Duration timeLimit(Map<String, String> properties) {
    return SpanDelivery.timeLimit(DefaultConfigProperties.createFromMap(properties));
  }

  private static String warning(int dropped) {
    return "WARNING Dropped %d spans because the queue of 2048 spans was full. Set OTEL_BSP_MAX_QUEUE_SIZE to enlarge it."
        .formatted(dropped);
  }

  /** Creates more spans than the queue holds and returns how many were not exported. */
  private int overflow(SdkTracerProvider provider, GatedExporter gated) {
    int before = gated.memory.getFinishedSpanItems().size();
    long processed = queue.processed();
    int created = 2 * QUEUE_SIZE;
    createSpans(provider, created);
    gated.gate.release(created);
    do { // a flush at once after another one may return the result of that one
      assertThat(provider.forceFlush().join(60, TimeUnit.SECONDS).isSuccess()).isTrue();
    } while (queue.processed() < processed + created);
    gated.gate.drainPermits();
    int dropped = created - (gated.memory.getFinishedSpanItems().size() - before);
    assertThat(dropped).isPositive();
    return dropped;
  }

  private long dropped() {
    return reader.collectAllMetrics().stream()
        .flatMap(metric -> metric.getData().getPoints().stream())
        .filter(
            point ->
                Boolean.TRUE.equals(point.getAttributes().get(AttributeKey.booleanKey("dropped")))
                    || "queue_full"
                        .equals(point.getAttributes().get(AttributeKey.stringKey("error.type"))))
        .mapToLong(point -> ((LongPointData) point).getValue())
        .sum();
  }

  private static void createSpans(SdkTracerProvider provider, int count) {
    Tracer tracer = provider.get("test");
    for (int i = 0; i < count; i++) {
      tracer.spanBuilder("span " + i).startSpan().end();
    }
  }

  private SdkTracerProvider provider(
      SpanExporter exporter, RetrySchedule schedule, InternalTelemetryVersion names) {
    DroppedSpanReporter reporter = new DroppedSpanReporter(queue, QUEUE_SIZE, TIME_LIMIT, clock);
    return SdkTracerProvider.builder()
        .addSpanProcessor(
            BatchSpanProcessor.builder(
                    new ResendingExporter(
                        exporter,
                        OtlpExporters.endpoint("http://127.0.0.1", "grpc"),
                        TIME_LIMIT,
                        clock,
                        schedule,
                        reporter))
                .setMeterProvider(() -> meters)
                .setInternalTelemetryVersion(names)
                .setMaxQueueSize(QUEUE_SIZE)
                .build())
        .build();
  }

  /** Exports a batch for each permit. */
  private static final class GatedExporter implements TestExporter {

    final InMemorySpanExporter memory = InMemorySpanExporter.create();
    final Semaphore gate = new Semaphore(0);

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      gate.acquireUninterruptibly();
      return memory.export(spans);
    }
  }
}
