package io.spanloom.telemetry.view.tree;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.telemetry.view.trace.AiUsage;
import io.spanloom.telemetry.view.trace.AttributeStrings;
import io.spanloom.telemetry.view.trace.SpanErrors;
import io.spanloom.telemetry.view.trace.SpanKeys;
import io.spanloom.telemetry.view.trace.SpanRow;
import io.spanloom.telemetry.view.trace.Trace;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws a trace as a tree: names, kinds, durations, errors, attributes, events, links. */
final class TraceTree {

  private static final double NANOS_PER_MILLI = 1_000_000;
  private static final String GAP = "  ";

  private static final Set<AttributeKey<?>> EXCEPTION =
      Set.of(SpanKeys.EXCEPTION_TYPE, SpanKeys.EXCEPTION_MESSAGE, SpanKeys.EXCEPTION_STACKTRACE);

  private final Terminal terminal;
  private final Trace trace;
  private final StringBuilder text = new StringBuilder();
  private final int durationColumn;
  private final Indent indent;

  private TraceTree(Trace trace, Terminal terminal) {
    this.trace = trace;
    this.terminal = terminal;
    int durationWidth =
        trace.rows().stream().mapToInt(row -> millis(row.durationNanos()).length()).max().orElse(0);
    Indent measured = new Indent(terminal.columns());
    int headings =
        trace.rows().stream()
            .mapToInt(
                row ->
                    measured.heading(row).length()
                        + TerminalText.width(
                            TerminalText.of(row.span().getName(), terminal.columns()))
                        + kind(row.span()).length())
            .max()
            .orElse(0);
    durationColumn =
        Math.min(headings + GAP.length() + durationWidth, terminal.columns() - "  ERROR".length());
    indent = new Indent(terminal.columns());
  }

  /**
   * Draws a trace.
   *
   * @return some lines, each with a line feed
   */
  static String draw(Trace trace, Terminal terminal) {
    TraceTree tree = new TraceTree(trace, terminal);
    tree.drawTitle();
    tree.trace.rows().forEach(tree::draw);
    if (trace.dropped() > 0) {
      tree.add(tree.line().add(TextStyle.ERROR, trace.dropped() + " more spans were not kept"));
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
    String head = indent.heading(row);
    String below = indent.below(row);
    drawHeading(row, head, below);
    SpanErrors.of(span).forEach(error -> detail(below, TextStyle.ERROR, "✖ " + error));
    if (row.depth() == 0 && span.getParentSpanContext().isValid()) {
      String where = span.getParentSpanContext().isRemote() ? " (remote)" : " (not in this tree)";
      detail(below, TextStyle.DIM, "parent " + span.getParentSpanId() + where);
    }
    AttributeStrings.of(span.getAttributes(), AiUsage.of(span.getAttributes()).keys())
        .forEach((key, value) -> detail(below, TextStyle.DIM, key + " = " + value));
    for (EventData event : span.getEvents()) {
      if (!SpanErrors.failed(span) || !SpanErrors.isException(event)) {
        detail(below, TextStyle.DIM, describe(event, span.getStartEpochNanos()));
      }
    }
    span.getLinks().forEach(link -> detail(below, TextStyle.DIM, describe(link)));
  }

  private void drawHeading(SpanRow row, String head, String below) {
    SpanData span = row.span();
    boolean failed = SpanErrors.failed(span);
    String duration = millis(row.durationNanos());
    String kind = kind(span);
    int kindColumn = durationColumn - duration.length() - GAP.length();
    TreeLine heading =
        line()
            .add(TextStyle.DIM, head)
            .addUpTo(
                kindColumn - kind.length(),
                failed ? TextStyle.ERROR : TextStyle.BOLD,
                span.getName())
            .add(TextStyle.DIM, kind)
            .alignRight(durationColumn, TextStyle.PLAIN, duration);
    if (failed) {
      heading.add(TextStyle.ERROR, "  ERROR");
    }
    String usage = AiUsage.of(span.getAttributes()).text();
    boolean fits = heading.used() + GAP.length() + usage.length() <= terminal.columns();
    if (!usage.isEmpty() && fits) {
      heading.add(TextStyle.PLAIN, GAP).add(TextStyle.USAGE, usage);
    }
    add(heading);
    if (!fits) { // half a price would be another price
      detail(below, TextStyle.USAGE, usage);
    }
  }

  private static String kind(SpanData span) {
    return span.getKind() == SpanKind.INTERNAL ? "" : "  [" + span.getKind() + "]";
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%,.2f ms", nanos / NANOS_PER_MILLI);
  }

  private static String describe(EventData event, long start) {
    String after = millis(event.getEpochNanos() - start);
    return SpanErrors.isException(event)
        ? "• " + after + GAP + SpanErrors.exception(event) + inline(event.getAttributes())
        : "• " + after + GAP + event.getName() + inline(event.getAttributes());
  }

  private static String describe(LinkData link) {
    return "→ trace "
        + link.getSpanContext().getTraceId()
        + " span "
        + link.getSpanContext().getSpanId()
        + inline(link.getAttributes());
  }

  private static String inline(Attributes attributes) {
    Map<String, String> texts = AttributeStrings.of(attributes, EXCEPTION);
    return texts.isEmpty()
        ? ""
        : texts.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(", ", GAP, ""));
  }

  private void detail(String indentBelow, TextStyle style, String content) {
    add(line().add(TextStyle.DIM, indentBelow).add(style, content));
  }

  private TreeLine line() {
    return new TreeLine(terminal);
  }

  private void add(TreeLine line) {
    text.append(line).append('\n');
  }
}
