package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.runtime.CallDurations;
import io.spanloom.support.LogCapture;
import io.spanloom.testing.RecordSpans;
import io.spanloom.testing.RecordedSpans;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * A server, and the search for message content in everything that a test exports: its spans, its
 * metrics and its log.
 */
@Tag("slow")
@RecordSpans
abstract class AiClientTestBase {

  /** The content of all messages, prompts, tool arguments and error messages. */
  static final String MARK = "MARKED-CONTENT-4711";

  /** The loggers of clients that log the error messages of providers themselves. */
  private static final Set<String> LOGGERS_OF_CLIENTS =
      Set.of(
          "dev.langchain4j.internal.RetryUtils",
          "org.springframework.ai.chat.model.MessageAggregator");

  final FakeAiServer server = FakeAiServer.start();
  private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
  private final OpenTelemetrySdk meters =
      OpenTelemetrySdk.builder()
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(metrics).build())
          .build();
  private final LogCapture log = LogCapture.of("");
  private RecordedSpans spans;

  @BeforeEach
  void record(RecordedSpans recorded) {
    spans = recorded;
    CallDurations.install(meters);
  }

  @AfterEach
  void exportsNoContent() {
    server.close();
    String measured = metrics();
    CallDurations.uninstall();
    meters.close();
    log.close();
    for (SpanData span : spans.ended()) {
      assertThat(span.toString()).doesNotContain(MARK);
      span.getEvents()
          .forEach(event -> assertThat(event.getAttributes().toString()).doesNotContain(MARK));
    }
    assertThat(measured).doesNotContain(MARK);
    assertThat(log.text(LOGGERS_OF_CLIENTS)).doesNotContain(MARK);
  }

  /** Returns all metrics, once those of each ended call are recorded, which is after the span. */
  private String metrics() {
    long calls =
        spans.ended().stream()
            .filter(span -> span.getInstrumentationScopeInfo().getName().equals("io.spanloom"))
            .filter(span -> !StreamSpans.isStream(span))
            .count();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    Collection<MetricData> collected = metrics.collectAllMetrics();
    while (measuredCalls(collected) < calls && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      collected = metrics.collectAllMetrics();
    }
    assertThat(measuredCalls(collected)).isGreaterThanOrEqualTo(calls);
    return collected.toString();
  }

  private static long measuredCalls(Collection<MetricData> metrics) {
    return metrics.stream()
        .filter(metric -> metric.getName().equals("spanloom.call.duration"))
        .flatMap(metric -> metric.getHistogramData().getPoints().stream())
        .mapToLong(HistogramPointData::getCount)
        .sum();
  }

  /** Returns the only span as its name, kind and attributes, one per line, without the method. */
  final String span() {
    spans.awaitAll();
    assertThat(spans.ended()).hasSize(1);
    return format(spans.ended().get(0));
  }

  /** Returns the span of a name, as {@link #span()} does. */
  final String span(String name) {
    spans.awaitAll();
    return format(spans.only(name));
  }

  /** Returns the ended spans as {@link StreamSpans#format} does, once no span is running. */
  final String awaitedStreamSpans() {
    spans.awaitAll();
    return streamSpans();
  }

  /** Returns the spans that have ended so far as {@link StreamSpans#format} does. */
  final String streamSpans() {
    return StreamSpans.format(spans.ended());
  }

  static String format(SpanData span) {
    TreeMap<String, Object> attributes = new TreeMap<>();
    span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
    attributes.remove("code.function.name");
    maskTimes(attributes);
    StringBuilder text = new StringBuilder(span.getName() + " " + span.getKind() + "\n");
    attributes.forEach((key, value) -> text.append(key + "=" + value + "\n"));
    return text.toString();
  }

  /** Replaces the times of a stream, once they are plausible. */
  private static void maskTimes(Map<String, Object> attributes) {
    Object total = attributes.get("ai.stream.total_ms");
    Object first = attributes.get("gen_ai.response.time_to_first_chunk");
    if (total instanceof Long millis) {
      assertThat(millis).isBetween(0L, TimeUnit.MINUTES.toMillis(1));
      attributes.put("ai.stream.total_ms", "*");
    }
    if (first instanceof Double seconds && total instanceof Long millis) {
      assertThat(seconds).isPositive().isLessThan((millis + 1) / 1000.0);
      attributes.put("gen_ai.response.time_to_first_chunk", "*");
    }
  }

  /** Runs an asynchronous call, waits for its result, and returns its span. */
  final String spanOf(CompletableFuture<?> result) {
    result.join();
    return span();
  }
}
