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
  void eachVariantReturnsTheSameInEachFateAndLeavesNoSpanCurrent(SpanScenario fate) {
    benchmark.fate = fate;
    benchmark.start();

    assertThat(benchmark.byHand()).isEqualTo(benchmark.untraced());
    assertThat(benchmark.spanloom()).isEqualTo(benchmark.untraced());

    benchmark.stop();
    assertThat(Span.current()).isSameAs(Span.getInvalid());
  }

  @Test
  void bothTracedVariantsExportEqualSpansWhereTheParentIsSampled() {
    assertThat(exported(benchmark::untraced)).isEmpty();
    List<Told> byHand = exported(benchmark::byHand);

    assertThat(exported(benchmark::spanloom)).isEqualTo(byHand);
    assertThat(byHand)
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.name()).isEqualTo("Orders.place");
              assertThat(told.attributes())
                  .hasSize(2)
                  .containsEntry(AttributeKey.stringKey("order.id"), "o-4711");
              assertThat(told.isChildOfParent()).isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SAMPLED")
  void noVariantExportsASpanInTheOtherFates(SpanScenario fate) {
    benchmark.fate = fate;

    assertThat(exported(benchmark::byHand)).isEmpty();
    assertThat(exported(benchmark::spanloom)).isEmpty();
  }

  private List<Told> exported(Runnable call) {
    benchmark.start(SimpleSpanProcessor.create(exporter));
    exporter.reset();
    Span parent = Span.current();
    call.run();
    List<Told> result =
        exporter.getFinishedSpanItems().stream().map(span -> Told.of(span, parent)).toList();
    benchmark.stop();
    return result;
  }
}
