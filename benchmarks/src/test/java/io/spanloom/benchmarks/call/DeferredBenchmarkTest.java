package io.spanloom.benchmarks.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.benchmarks.call.DeferredBenchmark.Tracing;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeferredBenchmarkTest {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final DeferredBenchmark benchmark = new DeferredBenchmark();

  @Test
  void variantsReturnSameResultsAndExportEqualSpans() {
    List<Object> untraced = results(Tracing.NONE);
    assertThat(exporter.getFinishedSpanItems()).hasSize(1);
    exporter.reset();

    assertThat(results(Tracing.BY_HAND)).isEqualTo(untraced);
    List<ComparableSpan> byHand = exported();

    assertThat(results(Tracing.SPANLOOM)).isEqualTo(untraced);
    assertThat(exported()).isEqualTo(byHand).hasSize(5);
    assertThat(results(Tracing.BY_LIBRARY)).isEqualTo(untraced); // last, as it sets global hooks
    assertThat(exported()).isEqualTo(byHand);
    assertThat(Span.current()).isSameAs(Span.getInvalid());
  }

  private Span parent = Span.getInvalid();

  private List<Object> results(Tracing tracing) {
    benchmark.tracing = tracing;
    benchmark.start(SimpleSpanProcessor.create(exporter));
    parent = Span.current();
    List<Object> results =
        Arrays.asList(
            benchmark.future(),
            benchmark.mono(),
            benchmark.flux(),
            benchmark.uni(),
            benchmark.stream());
    benchmark.stop();
    return results;
  }

  private List<ComparableSpan> exported() {
    List<ComparableSpan> result =
        exporter.getFinishedSpanItems().stream()
            .filter(span -> !span.getName().equals("parent"))
            .map(span -> ComparableSpan.of(span, parent))
            .toList();
    exporter.reset();
    return result;
  }
}
