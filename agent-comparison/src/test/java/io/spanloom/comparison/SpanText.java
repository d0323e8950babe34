package io.spanloom.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Formats spans as a text that is the same in each run. IDs, times, stack traces, identity hash
 * codes and the messages of a {@code CancellationException} are omitted.
 *
 * @param withScopes whether to include each span's instrumentation scope
 * @param attributes selects the span attributes to show
 */
record SpanText(boolean withScopes, UnaryOperator<Map<String, String>> attributes) {

  private static final String STACK_TRACE = "exception.stacktrace";

  /** Returns the text: below each span its attributes (.), events (!), links (>) and children. */
  String of(List<ExportedSpan> spans) {
    Map<String, ExportedSpan> byId = new HashMap<>();
    spans.forEach(span -> byId.put(span.id(), span));
    Map<String, List<ExportedSpan>> childrenOf = new HashMap<>();
    List<ExportedSpan> tops = new ArrayList<>();
    for (ExportedSpan span : spans) {
      List<ExportedSpan> siblings =
          byId.containsKey(span.parentId())
              ? childrenOf.computeIfAbsent(span.parentId(), id -> new ArrayList<>())
              : tops;
      siblings.add(span);
    }
    Comparator<ExportedSpan> byStart = Comparator.comparingLong(ExportedSpan::startNanos);
    childrenOf.values().forEach(children -> children.sort(byStart));
    StringBuilder text = new StringBuilder();
    Set<String> written = new HashSet<>();
    tops.forEach(top -> write(top, "", byId, childrenOf, text, written));
    if (written.size() != spans.size()) {
      throw new AssertionError("spans with duplicate IDs or cyclic parents: " + spans);
    }
    return text.toString();
  }

  private void write(
      ExportedSpan span,
      String indent,
      Map<String, ExportedSpan> byId,
      Map<String, List<ExportedSpan>> childrenOf,
      StringBuilder text,
      Set<String> written) {
    written.add(span.id());
    text.append(indent).append(heading(span)).append('\n');
    attributes
        .apply(span.attributes())
        .forEach((key, value) -> line(text, indent, ". " + key + " = " + withoutHash(value)));
    for (ExportedSpan.Event event : span.events()) {
      Map<String, String> shown = new TreeMap<>(event.attributes());
      shown.computeIfPresent(STACK_TRACE, (key, trace) -> "...");
      if (shown.getOrDefault("exception.type", "").contains("CancellationException")) {
        shown.remove("exception.message"); // depends on the JDK's version
      }
      line(text, indent, "! " + event.name() + " " + shown);
    }
    for (String link : span.links()) {
      ExportedSpan linked = byId.get(link);
      line(text, indent, "> " + (linked == null ? "unknown" : linked.name()));
    }
    for (ExportedSpan child : childrenOf.getOrDefault(span.id(), List.of())) {
      write(child, indent + "  ", byId, childrenOf, text, written);
    }
  }

  private String heading(ExportedSpan span) {
    String status = span.status().equals("UNSET") ? "" : " " + span.status();
    String description = span.description().isEmpty() ? "" : " (" + span.description() + ")";
    String scope = withScopes ? " <" + span.scope() + ">" : "";
    return span.name() + " " + span.kind() + status + description + scope;
  }

  private static void line(StringBuilder text, String indent, String content) {
    text.append(indent).append("      ").append(content).append('\n');
  }

  private static String withoutHash(String value) {
    return value.replaceAll("@[0-9a-f]+\"", "@...\"");
  }
}
