package io.spanloom.telemetry.view.trace;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;

/**
 * What is known of a trace.
 *
 * @param id the trace's id
 * @param rows its spans in order, at least one
 * @param dropped how many spans more it had than are kept
 */
public record Trace(String id, List<SpanRow> rows, int dropped) {

  public static Trace of(String id, List<SpanData> spans, int dropped) {
    return new Trace(id, SpanOrder.of(spans), dropped);
  }

  /** Whether its root has ended, or the part of it in this process has. */
  public boolean finished() {
    return rows.stream().anyMatch(row -> TraceSpans.isLocalRoot(row.span()));
  }

  public SpanData root() {
    return rows.get(0).span();
  }

  public long startNanos() {
    return rows.stream().mapToLong(row -> row.span().getStartEpochNanos()).min().orElse(0);
  }

  /** Returns the time from the first start to the last end, never negative. */
  public long durationNanos() {
    long end = rows.stream().mapToLong(row -> row.span().getEndEpochNanos()).max().orElse(0);
    return Math.max(0, end - startNanos());
  }

  public long errors() {
    return rows.stream().filter(row -> SpanErrors.failed(row.span())).count();
  }

  /**
   * Returns what all calls used. A span with such spans below it, such as an agent's, only repeats
   * what they say, so it does not count.
   */
  public AiUsage usage() {
    int deepest = rows.stream().mapToInt(SpanRow::depth).max().orElse(0);
    boolean[] counted = new boolean[deepest + 2]; // by depth: a row from here to the next sibling
    AiUsage sum = AiUsage.NONE;
    for (int i = rows.size() - 1; i >= 0; i--) {
      int depth = rows.get(i).depth();
      AiUsage own = AiUsage.of(rows.get(i).span().getAttributes());
      if (!counted[depth + 1]) {
        sum = sum.plus(own);
      }
      counted[depth] |= counted[depth + 1] || !own.isNone();
      counted[depth + 1] = false;
    }
    return sum;
  }
}
