package io.spanloom.runtime;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.runtime.spi.CallListeners;
import io.spanloom.runtime.woven.InMemoryTracing;
import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.runtime.woven.SpanStart;
import io.spanloom.runtime.woven.StepSite;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CallDurationsTest {

  private static final Attributes CALL =
      Attributes.of(
          stringKey("span.name"), "call", stringKey("code.function.name"), "shop.Shop.call");

  private static final SpanContext DROPPED =
      SpanContext.create(
          "0123456789abcdef0123456789abcdef",
          "0123456789abcdef",
          TraceFlags.getDefault(),
          TraceState.getDefault());

  private final SpanSite site = SpanSite.of("call", "shop.Shop.call");
  private final StepSite step = StepSite.of("pack", "order", "shop.Shop.pack").asEvents();
  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final OpenTelemetrySdk sdk =
      sdk(SdkMeterProvider.builder().registerMetricReader(reader).build());

  @BeforeEach
  void install() {
    assertThat(CallDurations.install(sdk)).isTrue();
  }

  @AfterEach
  void uninstall() {
    CallDurations.uninstall();
    sdk.close();
    assertThat(CallListeners.get()).isNull();
    assertThat(Context.current()).isSameAs(Context.root());
  }

  private static OpenTelemetrySdk sdk(SdkMeterProvider meterProvider) {
    return OpenTelemetrySdk.builder().setMeterProvider(meterProvider).build();
  }

  @Test
  void recordsSecondsInBucketsOfSemanticConventions() {
    long before = System.nanoTime();
    begin(site);
    site.end();
    double seconds = (System.nanoTime() - before) / 1e9;

    MetricData metric = metric();
    assertThat(metric.getName()).isEqualTo("spanloom.call.duration");
    assertThat(metric.getUnit()).isEqualTo("s");
    assertThat(metric.getDescription()).isEqualTo("Duration of traced calls.");
    assertThat(metric.getInstrumentationScopeInfo().getName()).isEqualTo("io.spanloom");
    assertThat(metric.getInstrumentationScopeInfo().getVersion()).isNotEmpty();
    HistogramPointData point = metric.getHistogramData().getPoints().iterator().next();
    assertThat(point.getAttributes()).isEqualTo(CALL);
    assertThat(point.getCount()).isEqualTo(1);
    assertThat(point.getSum()).isPositive().isLessThanOrEqualTo(seconds);
    assertThat(point.getBoundaries())
        .containsExactly(
            0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);
  }

  @Test
  void recordsExceptionTypeUnlessExpectedOrCancelled() {
    begin(site);
    site.fail(new IllegalStateException("no"));
    SpanSite expecting = site.expecting(IllegalArgumentException.class);
    begin(expecting);
    expecting.fail(new NumberFormatException("no"));
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    begin(site);
    site.end(cancelled);
    cancelled.cancel(true);

    assertThat(points())
        .satisfiesExactly(
            point -> {
              assertThat(point.getAttributes())
                  .isEqualTo(
                      CALL.toBuilder()
                          .put("error.type", "java.lang.IllegalStateException")
                          .build());
              assertThat(point.getCount()).isEqualTo(1);
            },
            point -> {
              assertThat(point.getAttributes()).isEqualTo(CALL);
              assertThat(point.getCount()).isEqualTo(2);
            });
  }

  @Test
  void recordsDeferredResultWhenItCompletes() {
    CompletableFuture<String> completed = new CompletableFuture<>();
    CompletableFuture<String> failed = new CompletableFuture<>();
    begin(site);
    site.end(completed);
    begin(site);
    site.end(failed);
    assertThat(reader.collectAllMetrics()).isEmpty();

    completed.complete("done");
    failed.completeExceptionally(new IllegalStateException("no"));
    assertThat(points())
        .extracting(point -> point.getAttributes().get(stringKey("error.type")))
        .containsExactly("java.lang.IllegalStateException", null);
  }

  @Test
  void recordsStepsAndBlocks() {
    step.start();
    step.end();
    Spans.withSpan("block", () -> {});
    Spans.withSpan("block", () -> {});

    assertThat(points())
        .extracting(HistogramPointData::getAttributes)
        .containsExactly(
            Attributes.of(
                stringKey("span.name"), "pack", stringKey("code.function.name"), "shop.Shop.pack"),
            Attributes.of(stringKey("span.name"), "block"));
  }

  @Test
  void spanOfSampledCallIsExemplar() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      begin(site);
      Spans.withSpan("inner", () -> {});
      site.end();
      assertThat(exemplars())
          .containsExactly(
              tracing.span("call").getSpanContext(), tracing.span("inner").getSpanContext());
    }
  }

  @Test
  void spanOfDeferredCallIsExemplar() {
    try (InMemoryTracing tracing = InMemoryTracing.install()) {
      CompletableFuture<String> stage = new CompletableFuture<>();
      begin(site);
      site.end(stage);
      Spans.withSpan("completing", () -> stage.complete("done"));
      assertThat(exemplars())
          .containsExactly(
              tracing.span("call").getSpanContext(), tracing.span("completing").getSpanContext());
    }
  }

  @Test
  void recordsCallsWithoutSampledSpanWithoutExemplar() {
    try (InMemoryTracing tracing = InMemoryTracing.install(Sampler.alwaysOff(), true)) {
      begin(site);
      site.end();
      try (Scope caller = Context.root().with(Span.wrap(DROPPED)).makeCurrent()) {
        assertThat(caller).isNotNull();
        begin(site);
        site.end();
      }
      assertThat(tracing.spans()).isEmpty();
    }
    assertThat(points())
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.getCount()).isEqualTo(2);
              assertThat(point.getExemplars()).isEmpty();
            });
  }

  @Test
  void installsNoListenerWithoutMetrics() {
    for (OpenTelemetry none :
        List.of(OpenTelemetry.noop(), sdk(SdkMeterProvider.builder().build()))) {
      assertThat(CallDurations.install(sdk)).isTrue();
      assertThat(CallDurations.install(none)).isFalse();
      assertThat(CallListeners.get()).isNull();
    }
  }

  @Test
  void recordsNothingAfterUninstall() {
    CallDurations.uninstall();
    begin(site);
    site.end();
    assertThat(reader.collectAllMetrics()).isEmpty();
  }

  private static void begin(SpanSite site) {
    SpanStart start = site.begin();
    if (start != null) {
      start.enter();
    }
  }

  private MetricData metric() {
    return List.copyOf(reader.collectAllMetrics()).get(0);
  }

  /** Returns the points in the order of their attributes. */
  private List<HistogramPointData> points() {
    return metric().getHistogramData().getPoints().stream()
        .sorted(Comparator.comparing(point -> point.getAttributes().toString()))
        .toList();
  }

  private List<SpanContext> exemplars() {
    return points().stream()
        .flatMap(point -> point.getExemplars().stream())
        .map(DoubleExemplarData::getSpanContext)
        .toList();
  }
}
