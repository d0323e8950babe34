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
 * Collects spans into traces. A trace is emitted once its root in this process has ended. Spans
 * that end later are emitted as another trace, once the topmost of them has ended. Not thread-safe.
 */
public final class TraceCollector {

  /** The maximum number of traces without a root; beyond it, the oldest is emitted incomplete. */
  static final int MAX_PENDING_TRACES = 1_000;

  /** The maximum number of spans in traces without a root, enforced in the same way. */
  static final int MAX_PENDING_SPANS = 50_000;

  private static final int MAX_EMITTED_KEYS = 10_000;

  private final Map<String, TraceSpans> pending = new LinkedHashMap<>();
  private final Set<String> emittedKeys = new LinkedHashSet<>();
  private int pendingSpans;

  /**
   * Adds ended spans.
   *
   * @param spans spans of any traces
   * @return the traces that are complete now or exceed the limits
   */
  public List<Trace> add(Collection<SpanData> spans) {
    Set<String> complete = new LinkedHashSet<>();
    for (SpanData span : spans) {
      TraceSpans trace = pending.computeIfAbsent(span.getTraceId(), TraceSpans::new);
      pendingSpans -= trace.size();
      trace.add(span);
      pendingSpans += trace.size();
      if (TraceSpans.isLocalRoot(span)
          || emittedKeys.contains(key(span.getTraceId(), span.getParentSpanId()))) {
        complete.add(span.getTraceId());
      }
    }
    List<Trace> traces = new ArrayList<>();
    complete.forEach(id -> traces.add(emit(id)));
    while (pending.size() > MAX_PENDING_TRACES || pendingSpans > MAX_PENDING_SPANS) {
      traces.add(emit(pending.keySet().iterator().next()));
    }
    return traces;
  }

  /** Removes and returns all pending traces, complete or not. */
  public List<Trace> drain() {
    List<Trace> traces = new ArrayList<>();
    List.copyOf(pending.keySet()).forEach(id -> traces.add(emit(id)));
    return traces;
  }

  private Trace emit(String traceId) {
    TraceSpans spans = Objects.requireNonNull(pending.remove(traceId));
    pendingSpans -= spans.size();
    Trace trace = spans.toTrace();
    trace.rows().forEach(row -> emittedKeys.add(key(traceId, row.span().getSpanId())));
    Iterator<String> oldest = emittedKeys.iterator();
    while (emittedKeys.size() > MAX_EMITTED_KEYS) {
      oldest.next();
      oldest.remove();
    }
    return trace;
  }

  private static String key(String traceId, String spanId) {
    return traceId + spanId;
  }
}
