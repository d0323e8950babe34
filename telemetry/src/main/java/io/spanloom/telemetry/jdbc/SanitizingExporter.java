package io.spanloom.telemetry.jdbc;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Exports JDBC spans as {@link SanitizedQuerySpan}, and other spans unchanged. */
final class SanitizingExporter implements SpanExporter {

  private final SpanExporter next;

  SanitizingExporter(SpanExporter next) {
    this.next = next;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return next.export(spans.stream().map(SanitizingExporter::sanitized).toList());
  }

  /** The SQL analyzer ships with opentelemetry-jdbc, so load it only when a JDBC span is seen. */
  private static SpanData sanitized(SpanData span) {
    return span.getInstrumentationScopeInfo().getName().equals(SanitizedQuerySpan.SCOPE)
        ? SanitizedQuerySpan.of(span)
        : span;
  }

  @Override
  public CompletableResultCode flush() {
    return next.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return next.shutdown();
  }

  @Override
  public String toString() {
    return next.toString();
  }
}
