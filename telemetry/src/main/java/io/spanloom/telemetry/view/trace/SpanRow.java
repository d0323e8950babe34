package io.spanloom.telemetry.view.trace;

import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * A span at its position in a trace.
 *
 * @param span the span
 * @param depth the number of its ancestors in the trace
 * @param lastSibling whether no later row has the same parent
 * @param hasChildren whether the next row is its child
 */
public record SpanRow(SpanData span, int depth, boolean lastSibling, boolean hasChildren) {

  /** Returns the span's duration, or 0 if the clock was set back. */
  public long durationNanos() {
    return Math.max(0, span.getEndEpochNanos() - span.getStartEpochNanos());
  }
}
