package io.spanloom.telemetry.view.trace;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Gathers spans into traces. A trace is given out once its root in this process has ended; what
 * ends later of it, once the uppermost span of that has ended. For one thread at a time.
 */
public final class TraceCollector {

  /** Traces that wait for their root; the oldest is given out as it is when there are more. */
  static final int MOST_WAITING = 1_000;

  /** Spans in all traces that wait, likewise. */
  static final int MOST_WAITING_SPANS = 50_000;

  private static final int MOST_REMEMBERED = 10_000;

  private final Map<String, TraceSpans> waiting = new LinkedHashMap<>();
  private final Set<String> givenOut = new LinkedHashSet<>();
  private int waitingSpans;

  /**
   * Takes spans that have ended.
   *
   * @param spans of any traces
   * @return the traces that are complete now, or had to give way
   */
  public List<Trace> add(Collection<SpanData> spans) {
    Set<String> complete = new LinkedHashSet<>();
    for (SpanData span : spans) {
      TraceSpans trace = waiting.computeIfAbsent(span.getTraceId(), TraceSpans::new);
      waitingSpans -= trace.size();
      trace.add(span);
      waitingSpans += trace.size();
      if (TraceSpans.isLocalRoot(span)
          || givenOut.contains(key(span.getTraceId(), span.getParentSpanId()))) {
        complete.add(span.getTraceId());
      }
    }
    List<Trace> traces = new ArrayList<>();
    complete.forEach(id -> traces.add(giveOut(id)));
    while (waiting.size() > MOST_WAITING || waitingSpans > MOST_WAITING_SPANS) {
      traces.add(giveOut(waiting.keySet().iterator().next()));
    }
    return traces;
  }

  /** Returns all that wait, complete or not, and forgets them. */
  public List<Trace> addNothingMore() {
    List<Trace> traces = new ArrayList<>();
    List.copyOf(waiting.keySet()).forEach(id -> traces.add(giveOut(id)));
    return traces;
  }

  private Trace giveOut(String traceId) {
    TraceSpans spans = Objects.requireNonNull(waiting.remove(traceId));
    waitingSpans -= spans.size();
    Trace trace = spans.toTrace();
    trace.rows().forEach(row -> givenOut.add(key(traceId, row.span().getSpanId())));
    Iterator<String> oldest = givenOut.iterator();
    while (givenOut.size() > MOST_REMEMBERED) {
      oldest.next();
      oldest.remove();
    }
    return trace;
  }

  private static String key(String traceId, String spanId) {
    return traceId + spanId;
  }
}
