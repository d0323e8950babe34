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
  void aTraceWaitsForItsRoot() {
    assertThat(add(span(1, 2, 1, "child", 1, 2).build())).isEmpty();
    assertThat(add(span(1, 1, 0, "root", 0, 3).build())).containsExactly("root child");
  }

  @Test
  void theSpanBelowARemoteParentIsARootHere() {
    assertThat(add(span(1, 1, 0, "top", 0, 3).setParentSpanContext(TestSpans.remote(1, 7)).build()))
        .containsExactly("top");
  }

  @Test
  void whatEndsAfterTheRootIsGivenOutWithItsUppermostSpan() {
    add(span(1, 1, 0, "root", 0, 3).build());

    assertThat(add(span(1, 3, 2, "step", 2, 5).build())).isEmpty();
    assertThat(add(span(1, 2, 1, "job", 1, 6).build())).containsExactly("job step");
  }

  @Test
  void whatComesWithTheRootBelongsToIt() {
    assertThat(add(span(1, 1, 0, "root", 0, 3).build(), span(1, 2, 1, "late", 1, 5).build()))
        .containsExactly("root late");
  }

  @Test
  void theOldestTraceGivesWayToTheOneThatIsTooMany() {
    for (int trace = 1; trace <= TraceCollector.MOST_WAITING; trace++) {
      assertThat(add(span(trace, 2, 1, "of " + trace, 0, 1).build())).isEmpty();
    }
    assertThat(add(span(9_999, 2, 1, "new", 0, 1).build())).containsExactly("of 1");
  }

  @Test
  void tracesGiveWayWhenTheirSpansAreTooManyToo() {
    int each = TraceSpans.MOST - 1;
    for (int trace = 1; trace <= TraceCollector.MOST_WAITING_SPANS / each; trace++) {
      assertThat(collector.add(withoutRoot(trace, each))).isEmpty();
    }
    assertThat(collector.add(withoutRoot(99, each)))
        .extracting(Trace::id)
        .containsExactly(TestSpans.traceId(1));
  }

  @Test
  void ofAHugeTraceTheFirstSpansAndTheRootAreKeptAndTheRestIsCounted() {
    collector.add(withoutRoot(1, TraceSpans.MOST + 5));

    List<Trace> traces = collector.add(List.of(span(1, 1, 0, "root", 0, 3).build()));

    assertThat(traces)
        .singleElement()
        .satisfies(
            trace -> {
              assertThat(trace.rows()).hasSize(TraceSpans.MOST);
              assertThat(trace.root().getName()).isEqualTo("root");
              assertThat(trace.dropped()).isEqualTo(6);
            });
  }

  @Test
  void atTheEndAllIsGivenOut() {
    add(span(1, 2, 1, "a", 0, 1).build(), span(2, 2, 1, "b", 0, 1).build());

    assertThat(names(collector.addNothingMore())).containsExactly("a", "b");
    assertThat(collector.addNothingMore()).isEmpty();
  }

  private static List<SpanData> withoutRoot(int trace, int spans) {
    List<SpanData> made = new ArrayList<>();
    for (int id = 2; id < spans + 2; id++) {
      made.add(span(trace, id, 1, "child", 0, 1).build());
    }
    return made;
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
