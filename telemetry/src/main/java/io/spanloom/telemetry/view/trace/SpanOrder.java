package io.spanloom.telemetry.view.trace;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the spans of a trace in order: each parent right before its children, siblings by their
 * start. No span is lost and none comes twice, whatever their ids say; nothing here recurses, since
 * a trace may be deeper than a stack.
 */
final class SpanOrder {

  private record Placed(SpanData span, int depth) {}

  private final Map<String, List<SpanData>> childrenOf = new HashMap<>();
  private final Set<SpanData> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Placed> placed = new ArrayList<>();

  private SpanOrder() {}

  /**
   * Returns the spans in order.
   *
   * @param spans the spans of one trace, in any order
   */
  static List<SpanRow> of(Collection<SpanData> spans) {
    List<SpanData> byStart = new ArrayList<>(spans);
    byStart.sort(Comparator.comparingLong(SpanData::getStartEpochNanos));
    SpanOrder order = new SpanOrder();
    order.placeBelow(order.tops(byStart));
    // What is left has parents that go in a circle, so it has no top.
    byStart.forEach(span -> order.placeBelow(List.of(span)));
    return order.rows();
  }

  private List<SpanData> tops(List<SpanData> byStart) {
    Set<String> known = new HashSet<>();
    byStart.forEach(span -> known.add(span.getSpanId()));
    List<SpanData> tops = new ArrayList<>();
    for (SpanData span : byStart) {
      if (known.contains(span.getParentSpanId())) {
        childrenOf.computeIfAbsent(span.getParentSpanId(), id -> new ArrayList<>()).add(span);
      } else {
        tops.add(span);
      }
    }
    return tops;
  }

  private void placeBelow(List<SpanData> tops) {
    Deque<Placed> next = new ArrayDeque<>();
    pushInReverse(next, tops, 0);
    while (!next.isEmpty()) {
      Placed here = next.pop();
      if (seen.add(here.span)) {
        placed.add(here);
        // Taken away, so that of two spans with one id only the first has the children.
        List<SpanData> children = childrenOf.remove(here.span.getSpanId());
        pushInReverse(next, children == null ? List.of() : children, here.depth + 1);
      }
    }
  }

  private static void pushInReverse(Deque<Placed> next, List<SpanData> spans, int depth) {
    for (int i = spans.size() - 1; i >= 0; i--) {
      next.push(new Placed(spans.get(i), depth));
    }
  }

  private List<SpanRow> rows() {
    int deepest = placed.stream().mapToInt(Placed::depth).max().orElse(0);
    boolean[] followed = new boolean[deepest + 2]; // by depth: has a later row the same parent
    List<SpanRow> rows = new ArrayList<>(placed.size());
    int depthBelow = 0;
    for (int i = placed.size() - 1; i >= 0; i--) {
      Placed here = placed.get(i);
      rows.add(new SpanRow(here.span, here.depth, !followed[here.depth], depthBelow > here.depth));
      followed[here.depth] = true;
      followed[here.depth + 1] = false;
      depthBelow = here.depth;
    }
    Collections.reverse(rows);
    return List.copyOf(rows);
  }
}
