package io.spanloom.telemetry.view.trace;

import static io.spanloom.telemetry.view.trace.TestSpans.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TraceCollectorTest {

  private final TraceCollector collector = new TraceCollector();

  @Test
  void emitsTraceWhenItsRootEnds() {
    assertThat(add(span(1, 2, 1, "child", 1, 2).build())).isEmpty();
    assertThat(add(span(1, 1, 0, "root", 0, 3).build())).containsExactly("root child");
  }

  @Test
  void treatsChildOfRemoteParentAsRoot() {
    assertThat(add(span(1, 1, 0, "top", 0, 3).setParentSpanContext(TestSpans.remote(1, 7)).build()))
        .containsExactly("top");
  }

  @Test
  void emitsLateSpansWhenTheTopmostOfThemEnds() {
    add(span(1, 1, 0, "root", 0, 3).build());

    assertThat(add(span(1, 3, 2, "step", 2, 5).build())).isEmpty();
    assertThat(add(span(1, 2, 1, "job", 1, 6).build())).containsExactly("job step");
  }

  @Test
  void emitsSpansOfTheSameBatchTogether() {
    assertThat(add(span(1, 1, 0, "root", 0, 3).build(), span(1, 2, 1, "late", 1, 5).build()))
        .containsExactly("root late");
  }

  @Test
  void emitsTheOldestTraceBeyondTheMaximumOfTraces() {
    for (int trace = 1; trace <= TraceCollector.MAX_PENDING_TRACES; trace++) {
      assertThat(add(span(trace, 2, 1, "of " + trace, 0, 1).build())).isEmpty();
    }
    assertThat(add(span(9_999, 2, 1, "new", 0, 1).build())).containsExactly("of 1");
  }

  @Test
  void emitsTheOldestTraceBeyondTheMaximumOfSpans() {
    int each = TraceSpans.MAX_SPANS - 1;
    for (int trace = 1; trace <= TraceCollector.MAX_PENDING_SPANS / each; trace++) {
      assertThat(collector.add(withoutRoot(trace, each))).isEmpty();
    }
    assertThat(collector.add(withoutRoot(99, each)))
        .extracting(Trace::id)
        .containsExactly(TestSpans.traceId(1));
  }

  @Test
  void keepsTheFirstSpansAndTheRootOfHugeTraceAndCountsTheRest() {
    collector.add(withoutRoot(1, TraceSpans.MAX_SPANS + 5));

    List<Trace> traces = collector.add(List.of(span(1, 1, 0, "root", 0, 3).build()));

    assertThat(traces)
        .singleElement()
        .satisfies(
            trace -> {
              assertThat(trace.rows()).hasSize(TraceSpans.MAX_SPANS);
              assertThat(trace.root().getName()).isEqualTo("root");
              assertThat(trace.discarded()).isEqualTo(6);
            });
  }

  @Test
  void drainsAllPendingTraces() {
    add(span(1, 2, 1, "a", 0, 1).build(), span(2, 2, 1, "b", 0, 1).build());

    assertThat(names(collector.drain())).containsExactly("a", "b");
    assertThat(collector.drain()).isEmpty();
  }

  private static List<SpanData> withoutRoot(int trace, int spans) {
    List<SpanData> created = new ArrayList<>();
    for (int id = 2; id < spans + 2; id++) {
      created.add(span(trace, id, 1, "child", 0, 1).build());
    }
    return created;
  }

  private Stream<String> add(SpanData... spans) {
    return names(collector.add(List.of(spans)));
  }

  private static Stream<String> names(List<Trace> traces) {
    return traces.stream()
        .map(
            trace ->
                String.join(" ", trace.rows().stream().map(row -> row.span().getName()).toList()));
  }
}
