package io.spanloom.benchmarks.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

final class StepBenchmarkTest {

  @Test
  void variantsAddEqualEvents() {
    List<String> spanloom = events(StepBenchmark::events);
    assertThat(spanloom).hasSize(2 * StepBenchmark.STEPS);
    assertThat(events(StepBenchmark::eventsByHand)).isEqualTo(spanloom);
  }

  private static List<String> events(ToIntFunction<StepBenchmark> calls) {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    StepBenchmark benchmark = new StepBenchmark();
    benchmark.start(SimpleSpanProcessor.create(exporter));
    calls.applyAsInt(benchmark);
    benchmark.stop();
    return exporter.getFinishedSpanItems().get(0).getEvents().stream()
        .map(StepBenchmarkTest::withoutDuration)
        .toList();
  }

  private static String withoutDuration(EventData event) {
    Map<String, Object> attributes = new HashMap<>();
    event.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
    Object duration = attributes.remove("workflow.step.duration");
    return event.getName() + " " + attributes + " " + (duration != null);
  }
}
