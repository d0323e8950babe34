package io.spanloom.telemetry.view.trace;

import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * A span at its place in a trace.
 *
 * @param span the span
 * @param depth how many spans of the trace enclose it
 * @param last whether no later row has the same parent
 * @param parent whether the next row is its child
 */
public record SpanRow(SpanData span, int depth, boolean last, boolean parent) {

  /** Returns how long it took; never negative, even where a clock was set back. */
  public long durationNanos() {
    return Math.max(0, span.getEndEpochNanos() - span.getStartEpochNanos());
  }
}
