package io.spanloom.benchmarks.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CallBenchmarkTest {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final CallBenchmark benchmark = new CallBenchmark();

  @ParameterizedTest
  @EnumSource
  void variantsReturnSameResultAndRestoreCurrentSpan(SpanScenario scenario) {
    benchmark.scenario = scenario;
    benchmark.start();

    assertThat(benchmark.byHand()).isEqualTo(benchmark.untraced());
    assertThat(benchmark.spanloom()).isEqualTo(benchmark.untraced());

    benchmark.stop();
    assertThat(Span.current()).isSameAs(Span.getInvalid());
  }

  @Test
  void tracedVariantsExportEqualSpansIfParentIsSampled() {
    assertThat(exported(benchmark::untraced)).isEmpty();
    List<ComparableSpan> byHand = exported(benchmark::byHand);

    assertThat(exported(benchmark::spanloom)).isEqualTo(byHand);
    assertThat(byHand)
        .singleElement()
        .satisfies(
            span -> {
              assertThat(span.name()).isEqualTo("Orders.place");
              assertThat(span.attributes())
                  .hasSize(2)
                  .containsEntry(AttributeKey.stringKey("order.id"), "o-4711");
              assertThat(span.isChildOfParent()).isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SAMPLED")
  void exportsNoSpanInOtherScenarios(SpanScenario scenario) {
    benchmark.scenario = scenario;

    assertThat(exported(benchmark::byHand)).isEmpty();
    assertThat(exported(benchmark::spanloom)).isEmpty();
  }

  private List<ComparableSpan> exported(Runnable call) {
    benchmark.start(SimpleSpanProcessor.create(exporter));
    exporter.reset();
    Span parent = Span.current();
    call.run();
    List<ComparableSpan> result =
        exporter.getFinishedSpanItems().stream()
            .map(span -> ComparableSpan.of(span, parent))
            .toList();
    benchmark.stop();
    return result;
  }
}
