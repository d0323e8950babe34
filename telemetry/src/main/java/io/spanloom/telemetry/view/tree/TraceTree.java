package io.spanloom.telemetry.view.tree;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.telemetry.view.trace.AiFacts;
import io.spanloom.telemetry.view.trace.AttributeStrings;
import io.spanloom.telemetry.view.trace.SpanErrors;
import io.spanloom.telemetry.view.trace.SpanKeys;
import io.spanloom.telemetry.view.trace.SpanRow;
import io.spanloom.telemetry.view.trace.Trace;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws a trace as a tree with names, kinds, durations, errors, attributes, events and links. */
final class TraceTree {

  private static final double NANOS_PER_MILLI = 1_000_000;
  private static final String GAP = "  ";

  private static final Set<AttributeKey<?>> EXCEPTION_KEYS =
      Set.of(SpanKeys.EXCEPTION_TYPE, SpanKeys.EXCEPTION_MESSAGE, SpanKeys.EXCEPTION_STACKTRACE);

  private final Terminal terminal;
  private final Trace trace;
  private final StringBuilder text = new StringBuilder();
  private final int durationColumn;
  private final GuideLines guideLines;

  private TraceTree(Trace trace, Terminal terminal) {
    this.trace = trace;
    this.terminal = terminal;
    int durationWidth =
        trace.rows().stream().mapToInt(row -> millis(row.durationNanos()).length()).max().orElse(0);
    GuideLines measured = new GuideLines(terminal.columns());
    int headingWidth =
        trace.rows().stream()
            .mapToInt(
                row ->
                    measured.headingPrefix(row).length()
                        + TerminalText.width(
                            TerminalText.of(row.span().getName(), terminal.columns()))
                        + kind(row.span()).length())
            .max()
            .orElse(0);
    durationColumn =
        Math.min(
            headingWidth + GAP.length() + durationWidth, terminal.columns() - "  ERROR".length());
    guideLines = new GuideLines(terminal.columns());
  }

  /**
   * Draws a trace.
   *
   * @return the lines, each terminated by a line feed
   */
  static String draw(Trace trace, Terminal terminal) {
    TraceTree tree = new TraceTree(trace, terminal);
    tree.drawTitle();
    tree.trace.rows().forEach(tree::draw);
    if (trace.discarded() > 0) {
      String spans = trace.discarded() == 1 ? " more span was" : " more spans were";
      tree.add(tree.line().add(TextStyle.ERROR, trace.discarded() + spans + " not kept"));
    }
    return tree.text.toString();
  }

  private void drawTitle() {
    TreeLine title = line().add(TextStyle.DIM, "trace ").add(TextStyle.DIM, trace.id());
    String usage = trace.usage().text();
    if (!usage.isEmpty()) {
      title.add(TextStyle.PLAIN, GAP).add(TextStyle.USAGE, usage);
    }
    add(title);
  }

  private void draw(SpanRow row) {
    SpanData span = row.span();
    String headingPrefix = guideLines.headingPrefix(row);
    String detailPrefix = guideLines.detailPrefix(row);
    drawHeading(row, headingPrefix, detailPrefix);
    SpanErrors.of(span).forEach(error -> addDetail(detailPrefix, TextStyle.ERROR, "✖ " + error));
    if (row.depth() == 0 && span.getParentSpanContext().isValid()) {
      addDetail(
          detailPrefix, TextStyle.DIM, "parent " + span.getParentSpanId() + parentLocation(span));
    }
    AttributeStrings.of(span.getAttributes(), AiFacts.of(span.getAttributes()).coveredKeys())
        .forEach((key, value) -> addDetail(detailPrefix, TextStyle.DIM, key + " = " + value));
    for (EventData event : span.getEvents()) {
      if (!SpanErrors.failed(span) || !SpanErrors.isException(event)) {
        addDetail(detailPrefix, TextStyle.DIM, describe(event, span.getStartEpochNanos()));
      }
    }
    span.getLinks().forEach(link -> addDetail(detailPrefix, TextStyle.DIM, describe(link)));
  }

  private String parentLocation(SpanData root) {
    if (root.getParentSpanContext().isRemote()) {
      return " (remote)";
    }
    boolean known =
        trace.rows().stream()
            .anyMatch(row -> row.span().getSpanId().equals(root.getParentSpanId()));
    return known ? " (its own descendant: the parents form a cycle)" : " (not in this tree)";
  }

  private void drawHeading(SpanRow row, String headingPrefix, String detailPrefix) {
    SpanData span = row.span();
    boolean failed = SpanErrors.failed(span);
    String duration = millis(row.durationNanos());
    String kind = kind(span);
    int kindColumn = durationColumn - duration.length() - GAP.length();
    TreeLine heading =
        line()
            .add(TextStyle.DIM, headingPrefix)
            .addUpTo(
                kindColumn - kind.length(),
                failed ? TextStyle.ERROR : TextStyle.BOLD,
                span.getName())
            .add(TextStyle.DIM, kind)
            .alignRight(durationColumn, TextStyle.PLAIN, duration);
    if (failed) {
      heading.add(TextStyle.ERROR, "  ERROR");
    }
    String usage = AiFacts.of(span.getAttributes()).text();
    boolean fits = heading.width() + GAP.length() + usage.length() <= terminal.columns();
    if (!usage.isEmpty() && fits) {
      heading.add(TextStyle.PLAIN, GAP).add(TextStyle.USAGE, usage);
    }
    add(heading);
    if (!fits) { // a truncated price would be a wrong price
      addDetail(detailPrefix, TextStyle.USAGE, usage);
    }
  }

  private static String kind(SpanData span) {
    return span.getKind() == SpanKind.INTERNAL ? "" : "  [" + span.getKind() + "]";
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%,.2f ms", nanos / NANOS_PER_MILLI);
  }

  private static String describe(EventData event, long start) {
    String offset = millis(event.getEpochNanos() - start);
    return SpanErrors.isException(event)
        ? "• " + offset + GAP + SpanErrors.exception(event) + inline(event.getAttributes())
        : "• " + offset + GAP + event.getName() + inline(event.getAttributes());
  }

  private static String describe(LinkData link) {
    return "→ trace "
        + link.getSpanContext().getTraceId()
        + " span "
        + link.getSpanContext().getSpanId()
        + inline(link.getAttributes());
  }

  private static String inline(Attributes attributes) {
    Map<String, String> strings = AttributeStrings.of(attributes, EXCEPTION_KEYS);
    return strings.isEmpty()
        ? ""
        : strings.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(", ", GAP, ""));
  }

  private void addDetail(String prefix, TextStyle style, String content) {
    add(line().add(TextStyle.DIM, prefix).add(style, content));
  }

  private TreeLine line() {
    return new TreeLine(terminal);
  }

  private void add(TreeLine line) {
    text.append(line).append('\n');
  }
}
