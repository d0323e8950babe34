package io.spanloom.telemetry.view;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints each trace as a tree once its root in this process has ended; what comes later, or has no
 * root here, is printed at the end. Chosen by {@code OTEL_TRACES_EXPORTER=tree}. Safe for many
 * threads.
 */
public final class TreeSpanExporter implements SpanExporter {

  /** Traces that wait for their root; the oldest is printed as it is when there are more. */
  private static final int MOST_WAITING = 1_000;

  private final Map<String, List<SpanData>> waiting = new LinkedHashMap<>();
  private final PrintStream out;

  /**
   * Makes an exporter.
   *
   * @param out where the trees go; not closed
   */
  public TreeSpanExporter(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized CompletableResultCode export(Collection<SpanData> spans) {
    List<String> ended = new ArrayList<>();
    for (SpanData span : spans) {
      waiting.computeIfAbsent(span.getTraceId(), id -> new ArrayList<>()).add(span);
      if (!span.getParentSpanContext().isValid() || span.getParentSpanContext().isRemote()) {
        ended.add(span.getTraceId());
      }
    }
    ended.forEach(this::print);
    while (waiting.size() > MOST_WAITING) {
      print(waiting.keySet().iterator().next());
    }
    return CompletableResultCode.ofSuccess();
  }

  private void print(String traceId) {
    List<SpanData> spans = waiting.remove(traceId);
    if (spans != null) {
      out.println(TraceTree.draw(spans));
    }
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public synchronized CompletableResultCode shutdown() {
    List.copyOf(waiting.keySet()).forEach(this::print);
    out.flush();
    return CompletableResultCode.ofSuccess();
  }
}
