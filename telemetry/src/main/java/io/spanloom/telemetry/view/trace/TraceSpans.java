package io.spanloom.telemetry.view.trace;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;

/** The spans of one trace that have come so far, up to a number. For one thread at a time. */
public final class TraceSpans {

  /** What is kept of one trace. */
  public static final int MOST = 10_000;

  private final String traceId;
  private final List<SpanData> spans = new ArrayList<>();
  private int dropped;

  public TraceSpans(String traceId) {
    this.traceId = traceId;
  }

  /** Whether a span has no parent in this process. */
  static boolean isLocalRoot(SpanData span) {
    return !span.getParentSpanContext().isValid() || span.getParentSpanContext().isRemote();
  }

  /** Keeps a span, or counts it as dropped; there is always room for the root, which comes last. */
  public void add(SpanData span) {
    if (spans.size() < MOST - 1 || (spans.size() < MOST && isLocalRoot(span))) {
      spans.add(span);
    } else {
      dropped++;
    }
  }

  public int size() {
    return spans.size();
  }

  public Trace toTrace() {
    return Trace.of(traceId, spans, dropped);
  }
}
