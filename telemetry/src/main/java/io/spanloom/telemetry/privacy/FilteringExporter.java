package io.spanloom.telemetry.privacy;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Filters spans before it passes them to another exporter. */
final class FilteringExporter implements SpanExporter {

  private final SpanExporter exporter;
  private final SpanFilter filter;

  FilteringExporter(SpanExporter exporter, SpanFilter filter) {
    this.exporter = exporter;
    this.filter = filter;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    List<SpanData> filtered = new ArrayList<>(spans.size());
    for (SpanData span : spans) {
      filtered.add(filter.filter(span));
    }
    return exporter.export(filtered);
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  @Override
  public String toString() {
    return "FilteringExporter{" + exporter + "}";
  }
}
