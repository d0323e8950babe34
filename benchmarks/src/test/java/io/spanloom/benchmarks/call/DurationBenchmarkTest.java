package io.spanloom.benchmarks.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.spanloom.runtime.spi.CallListeners;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DurationBenchmarkTest {

  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final DurationBenchmark benchmark = new DurationBenchmark();

  @ParameterizedTest
  @EnumSource(names = {"NOTHING_REGISTERED", "DROPPED_SAMPLER_FOLLOWS_PARENT", "SAMPLED"})
  void variantsRecordEqualPoints(SpanScenario scenario) {
    benchmark.scenario = scenario;
    benchmark.start(new IgnoringProcessor(), reader);

    assertThat(benchmark.byHand()).isEqualTo(benchmark.spanloom());
    List<HistogramPointData> points =
        reader.collectAllMetrics().stream()
            .flatMap(metric -> metric.getHistogramData().getPoints().stream())
            .toList();
    assertThat(points).hasSize(2);
    assertThat(points.get(0).getAttributes())
        .isEqualTo(points.get(1).getAttributes())
        .isNotEqualTo(Attributes.empty());
    assertThat(points.get(0).getBoundaries()).isEqualTo(points.get(1).getBoundaries());
    assertThat(points)
        .allSatisfy(
            point -> {
              assertThat(point.getCount()).isEqualTo(1);
              assertThat(point.getExemplars()).hasSize(scenario == SpanScenario.SAMPLED ? 1 : 0);
            });

    benchmark.stop();
    assertThat(Span.current()).isSameAs(Span.getInvalid());
    assertThat(CallListeners.get()).isNull();
  }
}
