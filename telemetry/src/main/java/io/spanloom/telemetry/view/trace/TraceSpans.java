package io.spanloom.telemetry.view.trace;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;

/** The ended spans of one trace, up to a limit. Not thread-safe. */
public final class TraceSpans {

  /** The maximum number of spans kept for one trace. */
  public static final int MAX_SPANS = 10_000;

  private final String traceId;
  private final List<SpanData> spans = new ArrayList<>();
  private int discarded;

  /** Creates an empty trace. */
  public TraceSpans(String traceId) {
    this.traceId = traceId;
  }

  /** Returns whether a span has no parent in this process. */
  static boolean isLocalRoot(SpanData span) {
    return !span.getParentSpanContext().isValid() || span.getParentSpanContext().isRemote();
  }

  /**
   * Keeps a span or counts it as discarded; one place is reserved for the root, which ends last.
   */
  public void add(SpanData span) {
    if (spans.size() < MAX_SPANS - 1 || (spans.size() < MAX_SPANS && isLocalRoot(span))) {
      spans.add(span);
    } else {
      discarded++;
    }
  }

  /** Returns the number of spans kept. */
  public int size() {
    return spans.size();
  }

  /** Returns the trace as of now; requires at least one span. */
  public Trace toTrace() {
    return Trace.of(traceId, spans, discarded);
  }
}
