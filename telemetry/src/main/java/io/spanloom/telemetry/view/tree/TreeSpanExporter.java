package io.spanloom.telemetry.view.tree;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.telemetry.view.trace.Trace;
import io.spanloom.telemetry.view.trace.TraceCollector;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;

/**
 * Prints each trace as a tree once its root in this process has ended. Spans that end later follow
 * in another tree, and traces without a root are printed at shutdown. Enabled by {@code
 * OTEL_TRACES_EXPORTER=tree}. Thread-safe.
 */
final class TreeSpanExporter implements SpanExporter {

  private final TraceCollector collector = new TraceCollector();
  private final PrintStream out;
  private final Terminal terminal;

  /**
   * Creates an exporter.
   *
   * @param out the stream to print to; never closed
   * @param terminal the properties of that stream
   */
  TreeSpanExporter(PrintStream out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public synchronized CompletableResultCode export(Collection<SpanData> spans) {
    print(collector.add(spans));
    return CompletableResultCode.ofSuccess();
  }

  private void print(List<Trace> traces) {
    traces.forEach(trace -> out.println(TraceTree.draw(trace, terminal)));
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public synchronized CompletableResultCode shutdown() {
    print(collector.drain());
    out.flush();
    return CompletableResultCode.ofSuccess();
  }
}
