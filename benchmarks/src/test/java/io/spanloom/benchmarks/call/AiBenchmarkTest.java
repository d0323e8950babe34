package io.spanloom.benchmarks.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AiBenchmarkTest {

  @Test
  void variantsExportEqualSpans() {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    AiBenchmark benchmark = new AiBenchmark();
    benchmark.start(SimpleSpanProcessor.create(exporter));
    Span parent = Span.current();
    benchmark.none();
    assertThat(exporter.getFinishedSpanItems()).isEmpty();

    benchmark.byHand();
    benchmark.spanloom();
    List<ComparableSpan> spans =
        exporter.getFinishedSpanItems().stream()
            .map(span -> ComparableSpan.of(span, parent))
            .toList();
    benchmark.stop();
    assertThat(spans).hasSize(2);
    assertThat(spans.get(1)).isEqualTo(spans.get(0));
    assertThat(spans.get(0).attributes()).hasSize(11);
  }
}
