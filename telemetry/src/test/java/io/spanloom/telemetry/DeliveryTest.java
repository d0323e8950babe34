package io.spanloom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
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
import io.spanloom.telemetry.Collector.Answer;
import io.spanloom.telemetry.delivery.DroppedSpanReporter;
import io.spanloom.telemetry.delivery.ResendingExporter;
import io.spanloom.telemetry.delivery.RetrySchedule;
import io.spanloom.telemetry.delivery.SkippedPauses;
import io.spanloom.telemetry.delivery.SpanQueue;
import io.spanloom.telemetry.settings.SettingNames;
import io.spanloom.telemetry.settings.UserLog;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batch processor, queue and exporter together. */
final class DeliveryTest {

  private static final int QUEUE = 2048;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final TestClock clock = TestClock.create();
  private final SpanQueue queue = new SpanQueue(Runnable::run);
  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final SdkMeterProvider meters =
      queue.addTo(SdkMeterProvider.builder().registerMetricReader(reader)).build();

  @AfterEach
  void close() {
    meters.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grpc", "http/protobuf"})
  void noSpanThatFitsTheQueueIsLostInAnOutageOf30Seconds(String protocol) throws IOException {
    try (Collector collector = Collector.speaking(protocol).always(Answer.UNAVAILABLE);
        SdkTracerProvider provider =
            provider(
                Otlp.once(collector.url(), protocol, Otlp.SHORT),
                new SkippedPauses(
                    clock, Duration.ofSeconds(30), () -> collector.always(Answer.TAKES)),
                InternalTelemetryVersion.LEGACY)) {
      makeSpans(provider, QUEUE);
      assertThat(provider.forceFlush().join(60, TimeUnit.SECONDS).isSuccess()).isTrue();
      assertThat(collector.taken()).hasSize(QUEUE).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource(InternalTelemetryVersion.class)
  void whatTheQueueCannotHoldIsCountedAndSaidOnceAMinute(InternalTelemetryVersion names) {
    GatedExporter gated = new GatedExporter();
    try (LogCapture said = LogCapture.of("io.spanloom.telemetry");
        SdkTracerProvider provider = provider(gated, new SkippedPauses(clock), names)) {
      int first = overflow(provider, gated);
      assertThat(said.messages()).containsExactly(sentence(first));
      assertThat(dropped()).isEqualTo(first);

      int second = overflow(provider, gated);
      assertThat(said.messages()).hasSize(1);
      clock.advance(Duration.ofMinutes(1));
      int third = overflow(provider, gated);
      assertThat(said.messages()).containsExactly(sentence(first), sentence(second + third));
      assertThat(dropped()).isEqualTo(first + second + third);
      assertThat(queue.waiting()).isZero();
    }
  }

  @Test
  void theProcessorHasTheDefaultsThatAreDocumented() {
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

  private static String sentence(int dropped) {
    return "Dropped %d spans: the queue of 2048 was full, OTEL_BSP_MAX_QUEUE_SIZE sets its size."
        .formatted(dropped);
  }

  /** Makes more spans than there is room for, and returns how many were not exported. */
  private static int overflow(SdkTracerProvider provider, GatedExporter gated) {
    int before = gated.memory.getFinishedSpanItems().size();
    int made = 2 * QUEUE;
    makeSpans(provider, made);
    gated.gate.release(made);
    assertThat(provider.forceFlush().join(60, TimeUnit.SECONDS).isSuccess()).isTrue();
    gated.gate.drainPermits();
    int dropped = made - (gated.memory.getFinishedSpanItems().size() - before);
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

  private static void makeSpans(SdkTracerProvider provider, int count) {
    Tracer tracer = provider.get("test");
    for (int i = 0; i < count; i++) {
      tracer.spanBuilder("span " + i).startSpan().end();
    }
  }

  private SdkTracerProvider provider(
      SpanExporter exporter, RetrySchedule pauses, InternalTelemetryVersion names) {
    DroppedSpanReporter losses =
        new DroppedSpanReporter(queue, new UserLog(clock), QUEUE, PATIENCE);
    return SdkTracerProvider.builder()
        .addSpanProcessor(
            BatchSpanProcessor.builder(
                    new ResendingExporter(
                        exporter,
                        Otlp.endpoint("http://127.0.0.1", "grpc"),
                        PATIENCE,
                        clock,
                        pauses,
                        losses))
                .setMeterProvider(() -> meters)
                .setInternalTelemetryVersion(names)
                .setMaxQueueSize(QUEUE)
                .build())
        .build();
  }

  /** Exports as many batches as it is let. */
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
