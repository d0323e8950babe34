package io.spanloom.telemetry.jdbc;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Hands spans on with {@link SanitizedQuerySpan} in place of those of JDBC. */
final class SanitizingExporter implements SpanExporter {

  private final SpanExporter next;

  SanitizingExporter(SpanExporter next) {
    this.next = next;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return next.export(spans.stream().map(SanitizingExporter::sanitized).toList());
  }

  /** Only who has the instrumentation of JDBC has the analyzer of SQL that comes with it. */
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
