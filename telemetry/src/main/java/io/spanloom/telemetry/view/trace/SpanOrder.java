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
 * Sorts the spans of a trace: each parent directly precedes its children, and siblings are sorted
 * by start. Each span occurs exactly once, even if IDs are duplicated or parents form a cycle.
 * Nothing here recurses, because a trace may be deeper than the stack.
 */
final class SpanOrder {

  private record Placed(SpanData span, int depth) {}

  private final Map<String, List<SpanData>> childrenOf = new HashMap<>();
  private final Set<SpanData> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Placed> placed = new ArrayList<>();

  private SpanOrder() {}

  /**
   * Returns the sorted spans.
   *
   * @param spans the spans of one trace, in any order
   */
  static List<SpanRow> of(Collection<SpanData> spans) {
    List<SpanData> byStart = new ArrayList<>(spans);
    byStart.sort(Comparator.comparingLong(SpanData::getStartEpochNanos));
    SpanOrder order = new SpanOrder();
    order.placeWithDescendants(order.roots(byStart));
    // The remaining spans are in a cycle of parents, so none of them is a root.
    byStart.forEach(span -> order.placeWithDescendants(List.of(span)));
    return order.rows();
  }

  private List<SpanData> roots(List<SpanData> byStart) {
    Set<String> known = new HashSet<>();
    byStart.forEach(span -> known.add(span.getSpanId()));
    List<SpanData> roots = new ArrayList<>();
    for (SpanData span : byStart) {
      if (known.contains(span.getParentSpanId())) {
        childrenOf.computeIfAbsent(span.getParentSpanId(), id -> new ArrayList<>()).add(span);
      } else {
        roots.add(span);
      }
    }
    return roots;
  }

  private void placeWithDescendants(List<SpanData> spans) {
    Deque<Placed> next = new ArrayDeque<>();
    pushInReverse(next, spans, 0);
    while (!next.isEmpty()) {
      Placed top = next.pop();
      if (seen.add(top.span)) {
        placed.add(top);
        // Removed, so that only the first of two spans with the same ID gets the children.
        List<SpanData> children = childrenOf.remove(top.span.getSpanId());
        pushInReverse(next, children == null ? List.of() : children, top.depth + 1);
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
    boolean[] hasLaterSibling = new boolean[deepest + 2]; // by depth
    List<SpanRow> rows = new ArrayList<>(placed.size());
    int nextDepth = 0;
    for (int i = placed.size() - 1; i >= 0; i--) {
      Placed row = placed.get(i);
      rows.add(
          new SpanRow(row.span, row.depth, !hasLaterSibling[row.depth], nextDepth > row.depth));
      hasLaterSibling[row.depth] = true;
      hasLaterSibling[row.depth + 1] = false;
      nextDepth = row.depth;
    }
    Collections.reverse(rows);
    return List.copyOf(rows);
  }
}
