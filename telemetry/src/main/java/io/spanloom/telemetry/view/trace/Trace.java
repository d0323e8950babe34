package io.spanloom.telemetry.view.trace;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;

/**
 * The ended spans of a trace.
 *
 * @param id the trace ID
 * @param rows the sorted spans, at least one
 * @param discarded the number of further spans that exceeded the limit
 */
public record Trace(String id, List<SpanRow> rows, int discarded) {

  /** Creates a trace from its spans, at least one, in any order. */
  public static Trace of(String id, List<SpanData> spans, int discarded) {
    return new Trace(id, SpanOrder.of(spans), discarded);
  }

  /** Returns whether its root in this process has ended. */
  public boolean finished() {
    return rows.stream().anyMatch(row -> TraceSpans.isLocalRoot(row.span()));
  }

  /** Returns the first span: the root, if it has ended. */
  public SpanData root() {
    return rows.get(0).span();
  }

  /** Returns the earliest start in epoch nanoseconds. */
  public long startNanos() {
    return rows.stream().mapToLong(row -> row.span().getStartEpochNanos()).min().orElse(0);
  }

  /** Returns the time from the first start to the last end, or 0 if the clock was set back. */
  public long durationNanos() {
    long end = rows.stream().mapToLong(row -> row.span().getEndEpochNanos()).max().orElse(0);
    return Math.max(0, end - startNanos());
  }

  /** Returns the steps of each workflow's run in the trace. */
  public List<RunSteps> runs() {
    return RunSteps.of(rows);
  }

  /** Returns the number of failed spans. */
  public long errors() {
    return rows.stream().filter(row -> SpanErrors.failed(row.span())).count();
  }

  /**
   * Returns the usage of all calls. A span whose descendants have usage, such as an agent's span,
   * only repeats their sum, so it is not counted.
   */
  public AiTotals usage() {
    int deepest = rows.stream().mapToInt(SpanRow::depth).max().orElse(0);
    boolean[] counted =
        new boolean[deepest + 2]; // by depth: a row before the next sibling has usage
    AiTotals sum = AiTotals.NONE;
    for (int i = rows.size() - 1; i >= 0; i--) {
      int depth = rows.get(i).depth();
      AiTotals own = AiTotals.of(rows.get(i).span().getAttributes());
      if (!counted[depth + 1]) {
        sum = sum.plus(own);
      }
      counted[depth] |= counted[depth + 1] || !own.isNone();
      counted[depth + 1] = false;
    }
    return sum;
  }
}
