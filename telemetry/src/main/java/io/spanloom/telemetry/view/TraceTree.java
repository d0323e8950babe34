package io.spanloom.telemetry.view;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Draws the spans of one trace as a tree: names, kinds, durations, attributes, events, errors. */
final class TraceTree {

  private static final double NANOS_PER_MILLI = 1_000_000;
  private static final Set<String> LONG_ATTRIBUTES = Set.of("exception.stacktrace");

  private final Map<String, List<SpanData>> childrenOf = new HashMap<>();
  private final List<SpanData> roots = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private TraceTree(List<SpanData> spans) {
    Set<String> known = new HashSet<>();
    spans.forEach(span -> known.add(span.getSpanId()));
    List<SpanData> inOrder = new ArrayList<>(spans);
    inOrder.sort(Comparator.comparingLong(SpanData::getStartEpochNanos));
    for (SpanData span : inOrder) {
      if (known.contains(span.getParentSpanId())) {
        childrenOf.computeIfAbsent(span.getParentSpanId(), id -> new ArrayList<>()).add(span);
      } else {
        roots.add(span);
      }
    }
  }

  /**
   * Draws a trace.
   *
   * @param spans the spans of one trace, in any order; at least one
   * @return some lines, each with a line feed
   */
  static String draw(List<SpanData> spans) {
    TraceTree tree = new TraceTree(spans);
    tree.text.append("trace ").append(spans.get(0).getTraceId()).append('\n');
    tree.drawAll(tree.roots, "");
    return tree.text.toString();
  }

  private void drawAll(List<SpanData> spans, String indent) {
    for (int i = 0; i < spans.size(); i++) {
      boolean last = i == spans.size() - 1;
      SpanData span = spans.get(i);
      List<SpanData> children = childrenOf.getOrDefault(span.getSpanId(), List.of());
      text.append(indent).append(last ? "└─ " : "├─ ").append(heading(span)).append('\n');
      String below = indent + (last ? "   " : "│  ");
      String details = below + (children.isEmpty() ? "     " : "│    ");
      attributes(span).forEach((key, value) -> line(details, key + " = " + value));
      span.getEvents().forEach(event -> line(details, describe(event)));
      drawAll(children, below);
    }
  }

  private static String heading(SpanData span) {
    double millis = (span.getEndEpochNanos() - span.getStartEpochNanos()) / NANOS_PER_MILLI;
    String error = span.getStatus().getStatusCode() == StatusCode.ERROR ? "  ERROR" : "";
    return String.format(
        Locale.ROOT, "%s  [%s]  %.2f ms%s", span.getName(), span.getKind(), millis, error);
  }

  private static Map<String, Object> attributes(SpanData span) {
    Map<String, Object> result = new TreeMap<>();
    span.getAttributes().forEach((key, value) -> result.put(key.getKey(), value));
    return result;
  }

  private static String describe(EventData event) {
    Map<String, Object> attributes = new TreeMap<>();
    event
        .getAttributes()
        .forEach(
            (key, value) -> {
              if (!LONG_ATTRIBUTES.contains(key.getKey())) {
                attributes.put(key.getKey(), value);
              }
            });
    return "event " + event.getName() + " " + attributes;
  }

  private void line(String indent, String content) {
    text.append(indent).append(content.replace('\n', ' ')).append('\n');
  }
}
