package io.spanloom.telemetry.view.trace;

import static io.spanloom.telemetry.view.trace.TestSpans.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SpanOrderTest {

  @Test
  void sortsChildrenByStartAfterTheirParent() {
    assertThat(
            order(
                span(1, 4, 2, "c", 3, 4).build(),
                span(1, 3, 1, "d", 5, 9).build(),
                span(1, 2, 1, "b", 1, 4).build(),
                span(1, 1, 0, "a", 0, 9).build()))
        .containsExactly("a 0 last parent", "b 1 parent", "c 2 last", "d 1 last");
  }

  @Test
  void keepsAllSpansOfCyclicParents() {
    assertThat(
            order(
                span(1, 1, 2, "a", 0, 9).build(),
                span(1, 2, 1, "b", 1, 8).build(),
                span(1, 3, 3, "own parent", 2, 3).build(),
                span(1, 4, 0, "root", 5, 6).build()))
        .containsExactly("root 0", "a 0 parent", "b 1 last", "own parent 0 last");
  }

  @Test
  void givesChildrenToTheFirstOfTwoSpansWithTheSameId() {
    SpanData twice = span(1, 2, 1, "twice", 1, 2).build();

    assertThat(
            order(
                span(1, 1, 0, "root", 0, 9).build(),
                twice,
                span(1, 2, 1, "again", 3, 4).build(),
                span(1, 3, 2, "child", 2, 3).build()))
        .containsExactly("root 0 last parent", "twice 1 parent", "child 2 last", "again 1 last");
    assertThat(order(twice, twice)).containsExactly("twice 0 last");
  }

  @Test
  void sortsDeepTraceWithoutRecursion() {
    assertThat(SpanOrder.of(TestSpans.chain(1, 10_000)))
        .last()
        .extracting(SpanRow::depth)
        .isEqualTo(9_999);
  }

  private static Stream<String> order(SpanData... spans) {
    return SpanOrder.of(List.of(spans)).stream()
        .map(
            row ->
                row.span().getName()
                    + " "
                    + row.depth()
                    + (row.lastSibling() ? " last" : "")
                    + (row.hasChildren() ? " parent" : ""));
  }
}
